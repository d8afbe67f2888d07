const a = <div />, b = <></>, c = <A.B.C x="1" y={2} {...z} data-x='a"b' aria-label />;
const d = (
  <Foo<string> prop={<Bar />} render={() => <b>{x}</b>} on:click={f} xlink:href="#a">
    text with 'quotes' and // no comment {/* comment */} {a ? <i>yes</i> : null} &nbsp; © "x"
    {...items}
    {items.map((item) => <li key={item.id}>{item.name}</li>)}
    <svg:rect width={1} /> <custom-element some-attr="x
    multi" />
    {`template ${<b />}`}
  </Foo>
);
const e = <T,>(x: T) => x, f = <T extends object>(x: T) => <div>{x}</div>;
const g = x < y, h = a<b>(c), i = <this.Comp />, j = cond && <p>hi</p> || <p />;
function Comp({ title, children = null }: Props): JSX.Element { return <section title={title}>{children}</section>; }
const k = <a>{}</a>, l = <a>{'>'} {"<"}</a>, m = <div>{a}{b}</div>, n = <div className={`x ${y}`}>a / b </div>;
