//! Objects that stay in the isolate.

use tier_api::{Answer, Any, Ask, Failure, Handle, HandleKind};

use super::{NUMBER, Up, raised};

fn dead(handle: &Handle) -> Answer {
    Err(Failure::DeadHandle(handle.clone()))
}

#[test]
fn an_object_has_one_handle_while_it_is_held() {
    let mut up = Up::open();
    up.exec("class Thing: pass\nthing, other = Thing(), Thing()\n");
    let thing = up.handle("thing");
    assert_eq!((thing.isolate, thing.type_name.as_str()), (NUMBER, "Thing"));
    let again = vec![thing.clone().into(), thing.clone().into()];
    assert_eq!(up.eval("[thing, thing]"), Any::List(again));
    assert_ne!(up.handle("other").id, thing.id);
    // What it was told as, it stays.
    up.exec("class New: pass\nthing.__class__ = New\n");
    assert_eq!(up.handle("thing"), thing);
    up.bind("back", thing.clone().into()).unwrap();
    assert_eq!(up.eval("back is thing"), Any::from(true));
    up.release(&thing).unwrap();
    let anew = up.handle("thing");
    assert_ne!(anew.id, thing.id, "a number is never used again");
    assert_eq!(anew.type_name, "New");
}

#[test]
fn a_dead_handle_is_refused_wherever_it_stands() {
    let mut up = Up::open();
    let released = up.handle("object()");
    up.release(&released).unwrap();
    let live = up.handle("print");
    let foreign = Handle {
        isolate: NUMBER + 1,
        ..live.clone()
    };
    let unknown = Handle {
        id: u64::MAX,
        ..live.clone()
    };
    for handle in [released, foreign, unknown] {
        let deep = Any::Dict(vec![(1.into(), vec![Any::from(handle.clone())].into())]);
        let as_keyword = Ask::Call {
            callable: live.clone(),
            args: vec![],
            kwargs: vec![("end".into(), handle.clone().into())],
        };
        assert_eq!(up.call(&handle, vec![]), dead(&handle));
        assert_eq!(up.call(&live, vec![deep.clone()]), dead(&handle));
        assert_eq!(up.ask(as_keyword), dead(&handle));
        assert_eq!(up.bind("name", deep), dead(&handle));
        assert_eq!(up.attribute(&handle, "name"), dead(&handle));
        assert_eq!(up.release(&handle), dead(&handle));
    }
    assert_eq!(up.printed(), "");
}

#[test]
fn a_handle_tells_what_it_is_good_for() {
    let mut up = Up::open();
    up.exec(
        "class Able:\n    def __call__(self): return 'called'\n\
        class Pretending:\n    __class__ = property(lambda self: ValueError)\n\
        class Both(Exception, Able): pass\n",
    );
    for (source, kind) in [
        ("print", HandleKind::Callable),
        ("lambda: 1", HandleKind::Callable),
        ("'a'.join", HandleKind::Callable),
        ("int", HandleKind::Callable),
        ("ValueError", HandleKind::Callable),
        ("Able()", HandleKind::Callable),
        ("Both()", HandleKind::Callable),
        ("ValueError(1)", HandleKind::Exception),
        ("SystemExit()", HandleKind::Exception),
        ("Pretending()", HandleKind::Object),
        ("object()", HandleKind::Object),
        ("(x for x in [])", HandleKind::Object),
    ] {
        assert_eq!(up.handle(source).kind, kind, "{source}");
    }
}

#[test]
fn objects_are_called() {
    let mut up = Up::open();
    up.exec("def show(*args, **kwargs): return [args, kwargs]\n");
    let show = up.handle("show");
    let kwargs = vec![
        ("z".to_string(), Any::from(1)),
        ("a".to_string(), Any::None),
    ];
    let answer = up.ask(Ask::Call {
        callable: show.clone(),
        args: vec![Any::from(7), Any::from("x")],
        kwargs: kwargs.clone(),
    });
    let kwargs = kwargs.into_iter().map(|(name, value)| (name.into(), value));
    let seen = vec![
        Any::Tuple(vec![7.into(), "x".into()]),
        Any::Dict(kwargs.collect()),
    ];
    assert_eq!(answer, Ok(Any::List(seen)));
    let lambda = up.handle("lambda x: x + 1");
    assert_eq!(up.call(&lambda, vec![41.into()]), Ok(42.into()));
    // An object may be the argument of another.
    let map = up.handle("lambda f, values: [f(value) for value in values]");
    let values = Any::List(vec![1.into(), 2.into()]);
    assert_eq!(
        up.call(&map, vec![lambda.clone().into(), values]),
        Ok(vec![2.into(), 3.into()].into())
    );
    let error = raised(up.call(&lambda, vec![]));
    assert_eq!(error.type_name, "TypeError");
    let thing = up.handle("object()");
    let error = raised(up.call(&thing, vec![]));
    assert_eq!(
        error.to_string(),
        "TypeError: 'object' object is not callable"
    );
}

#[test]
fn attributes_are_asked_for() {
    let mut up = Up::open();
    up.exec(
        "class Thing:\n    name = 'thing'\n    def double(self, x): return 2 * x\n    \
        def __getattr__(self, name): raise AttributeError('no ' + name)\n",
    );
    let thing = up.handle("Thing()");
    assert_eq!(up.attribute(&thing, "name"), Ok("thing".into()));
    let Ok(Any::Handle(double)) = up.attribute(&thing, "double") else {
        panic!("a method is no handle");
    };
    assert_eq!(up.call(&double, vec![21.into()]), Ok(42.into()));
    let error = raised(up.attribute(&thing, "colour"));
    assert_eq!(error.to_string(), "AttributeError: no colour");
    let error = raised(up.attribute(&thing, "no name\0at all"));
    assert_eq!(error.to_string(), "AttributeError: no no name\0at all");
}

#[test]
fn what_is_released_is_finalized_at_once() {
    let mut up = Up::open();
    up.exec("class Thing:\n    def __del__(self): print('gone', end='')\n");
    let thing = up.handle("Thing()");
    assert_eq!(up.printed(), "");
    up.release(&thing).unwrap();
    assert_eq!(up.printed(), "gone");
    // A finalizer may keep the object; then it is another to the host.
    up.exec("class Phoenix:\n    def __del__(self): globals()['saved'] = self\n");
    let phoenix = up.handle("Phoenix()");
    up.release(&phoenix).unwrap();
    let saved = up.handle("saved");
    assert_eq!(saved.type_name, "Phoenix");
    assert_ne!(saved.id, phoenix.id);
}
