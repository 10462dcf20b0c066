// The page of the record: tells the editor which place, language or export was chosen, and hides what is not missing.
const editor = acquireVsCodeApi()
const state = editor.getState() ?? {}

const narrow = () => {
  document.body.classList.toggle('only-missing', state.onlyMissing === true)
  document.querySelector('[name=missing]').checked = state.onlyMissing === true
}

document.addEventListener('click', event => {
  const place = event.target.closest('[data-place]')
  if (place) {
    event.preventDefault()
    editor.postMessage({ place: Number(place.dataset.place) })
  } else if (event.target.closest('[data-export]')) editor.postMessage({ export: true })
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'language') editor.postMessage({ language: target.value })
  if (target.name !== 'missing') return
  state.onlyMissing = target.checked
  editor.setState(state)
  narrow()
})
narrow()
