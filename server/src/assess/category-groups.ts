import type { Category } from './person-words.ts'

/** Categories that live by the same rules. */
const groups: Readonly<Record<string, string>> = {
  name: 'name',
  username: 'name',
  'contact-email': 'contact',
  'contact-phone': 'contact',
  'contact-other': 'contact',
  'contact-address': 'address',
  location: 'address',
  'person-id': 'id',
  'account-id': 'id',
  'national-id': 'national',
  'online-id': 'online',
  'device-id': 'online',
  ip: 'online',
  'user-agent': 'online',
  birth: 'birth',
  age: 'trait',
  gender: 'trait',
  demographic: 'trait',
  family: 'trait',
  child: 'trait',
  financial: 'money',
  credential: 'credential',
  photo: 'content',
  content: 'content',
  behaviour: 'content',
  employment: 'work',
  education: 'work',
  vehicle: 'vehicle',
}

/** The group of a category; those of Art. 9 and 10 make one. */
export const groupOf = ({ id, special }: Category): string => (special ? 'special' : (groups[id] ?? 'content'))
