import assert from 'node:assert/strict'
import { openReader, prepareReading } from '../server/src/reader/reader.ts'
import { uriOf } from './support/fixtures.ts'

/** What Terraform makes of an expression; undefined where it cannot be told. The facts are those of Terraform's own documentation of its functions. */
const expressions: Readonly<Record<string, string | undefined>> = {
  'lower("ORDERS")': 'orders',
  'upper("orders")': 'ORDERS',
  'title("shop orders")': 'Shop Orders',
  'trimspace("  orders ")': 'orders',
  'trimsuffix("orders-v1", "-v1")': 'orders',
  'trimsuffix("orders-v1", "-v2")': 'orders-v1',
  'trimsuffix("orders", "")': 'orders',
  'trimprefix("shop-orders", "shop-")': 'orders',
  'trimprefix("shop-orders", "bank-")': 'shop-orders',
  'replace("shop.orders.v1", ".", "-")': 'shop-orders-v1',
  'replace("orders1", "/[0-9]/", "")': undefined,
  'format("%s-%s", "shop", "orders")': 'shop-orders',
  'format("%s-%03d", "orders", 7)': 'orders-007',
  'format("%3d%%", 7)': '  7%',
  'format("%q", "orders")': '"orders"',
  'format("%s-%s", "shop")': undefined,
  'format("%x", 255)': undefined,
  'join("-", ["shop", "orders"])': 'shop-orders',
  'join("-", [])': '',
  'element(split(".", "shop.orders.v1"), 1)': 'orders',
  'element(["a", "b", "c"], 4)': 'b',
  'split(".", "shop.orders")[0]': 'shop',
  'one(["orders"])': 'orders',
  'coalesce("", "orders", "stock")': 'orders',
  'coalesce(null, "orders")': 'orders',
  'coalesce(var.unknown, "orders")': undefined,
  'coalescelist([], ["orders"])[0]': 'orders',
  'try(local.nothing.here, "orders")': undefined,
  'lookup({ shop = "orders" }, "shop", "stock")': 'orders',
  'lookup({ shop = "orders" }, "bank", "stock")': 'stock',
  'lookup(var.unknown, "shop", "stock")': undefined,
  'keys({ orders = 1 })[0]': 'orders',
  'values({ shop = "orders" })[0]': 'orders',
  'merge({ a = "stock" }, { a = "orders" })["a"]': 'orders',
  'concat(["a"], ["orders"])[1]': 'orders',
  'concat(["a"], var.unknown)[1]': undefined,
  'flatten([["a"], ["orders"]])[1]': 'orders',
  'compact(["", "orders"])[0]': 'orders',
  'distinct(["a", "a", "orders"])[1]': 'orders',
  'setunion(["a"], ["a", "orders"])[1]': 'orders',
  'length(["a", "b"])': '2',
  'length({ a = 1 })': '1',
  'length("orders")': '6',
  'length(var.unknown)': undefined,
  'min(3, 1, 2)': '1',
  'min(3, var.unknown)': '3',
  'max(3, 1, 2)': '3',
  'max(3, var.unknown)': undefined,
  'formatlist("%s-v%d", ["stock", "orders"], [1, 2])[1]': 'orders-v2',
  'formatlist("%s-v%d", ["stock", "orders"], [1])[1]': undefined,
  'formatlist("%s-%s", var.unknown, ["a"])[0]': undefined,
  'format("%s", local.shop.name == "orders")': 'true',
  'format("%s", "orders" != local.shop.name)': 'false',
  'format("%s", (local.shop.name) == local.shop["name"])': 'true',
  'format("%s", !local.shop.open && local.shop.parcels * 2 > 5)': 'true',
  'local.shop.name == "orders" ? "orders" : "stock"': 'orders',
  'local.shop.name == var.unknown ? "orders" : "stock"': undefined,
  'tostring("orders")': 'orders',
  'nonsensitive("orders")': 'orders',
  'sha256("orders")': undefined,
}

describe('an expression of Terraform', () => {
  before(prepareReading)

  for (const [expression, expected] of Object.entries(expressions))
    it(`${expression} is ${expected === undefined ? 'left open' : JSON.stringify(expected)}`, () => {
      const text = `variable "unknown" {}\n\nlocals {\n  shop = { name = "orders", open = false, parcels = 3 }\n}\n\nresource "kafka_topic" "orders" {\n  name               = ${expression}\n  partitions         = 1\n  replication_factor = 3\n}\n`
      const [, facts] = openReader().read([[uriOf('main.tf'), text]])[0] ?? []
      const [topic] = facts?.entities.flatMap(entity => (entity.kind === 'topic' ? [entity.name] : [])) ?? []
      assert.ok(topic)
      assert.equal(topic.state === 'known' ? topic.value : undefined, expected)
    })
})
