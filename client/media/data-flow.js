// The page of the data flow: tells the editor which station or which button was chosen, by mouse or keyboard.
const editor = acquireVsCodeApi()
const stations = [...document.querySelectorAll('.station')]
const choose = target => {
  const station = target.closest('.station')
  if (station) editor.postMessage({ station: Number(station.dataset.station) })
  else if (target.dataset.as) editor.postMessage({ as: target.dataset.as })
  else if ('size' in target.dataset) document.body.classList.toggle('actual')
}

document.addEventListener('click', ({ target }) => choose(target))
document.addEventListener('keydown', event => {
  const at = stations.indexOf(document.activeElement)
  if (at < 0) return
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (event.key === 'Enter' || event.key === ' ') choose(stations[at])
  else if (step) stations[(at + step + stations.length) % stations.length].focus()
  else return
  event.preventDefault()
})
