/** Says something for a few seconds, without taking the focus. @param {string} text */
export function toast(text) {
  document.querySelector(".toast")?.remove();
  const box = document.createElement("div");
  box.className = "toast";
  box.setAttribute("role", "status");
  document.body.append(box);
  box.textContent = text;
  setTimeout(() => box.remove(), 5000);
}
