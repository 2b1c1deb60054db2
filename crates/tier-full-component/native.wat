;; What the guest cannot say in Python: a module of CPython's, `_tiers`, as a library that is linked into the component.
;;
;; Before there is an interpreter it sets what the interpreter is configured by: componentize-py has no option for it, and
;; what it begins with is in the snapshot. After that it is four functions around CPython's own, so that nothing of the
;; guest's stands on the stack below a program, and an interpreter can be ended.
(module
  ;; The memory and the table that these take up. Written in annotations that only linkers read.
  (@dylink.0 (mem-info (memory 240 4) (table 4 0)))

  (import "env" "memory" (memory 0))
  (import "env" "__indirect_function_table" (table 4 funcref))
  (import "env" "__memory_base" (global $memory i32))
  (import "env" "__table_base" (global $table i32))
  (import "GOT.mem" "_Py_NoneStruct" (global $none (mut i32)))
  (import "GOT.mem" "Py_UTF8Mode" (global $utf8_mode (mut i32)))
  (import "GOT.mem" "Py_NoUserSiteDirectory" (global $no_user_site (mut i32)))

  (import "env" "setenv" (func $setenv (param i32 i32 i32) (result i32)))
  (import "env" "unsetenv" (func $unsetenv (param i32) (result i32)))
  (import "env" "fdopen" (func $fdopen (param i32 i32) (result i32)))
  (import "env" "exit" (func $exit (param i32)))
  (import "env" "PyModule_Create2" (func $PyModule_Create2 (param i32 i32) (result i32)))
  (import "env" "PyObject_Call" (func $PyObject_Call (param i32 i32 i32) (result i32)))
  (import "env" "PyList_Append" (func $PyList_Append (param i32 i32) (result i32)))
  (import "env" "Py_IncRef" (func $Py_IncRef (param i32)))
  (import "env" "Py_DecRef" (func $Py_DecRef (param i32)))
  (import "env" "PyErr_GetRaisedException" (func $PyErr_GetRaisedException (result i32)))
  (import "env" "PyErr_SetRaisedException" (func $PyErr_SetRaisedException (param i32)))
  (import "env" "PyErr_PrintEx" (func $PyErr_PrintEx (param i32)))
  (import "env" "PyErr_NoMemory" (func $PyErr_NoMemory (result i32)))
  (import "env" "PyLong_AsLong" (func $PyLong_AsLong (param i32) (result i32)))
  (import "env" "PyBytes_AsString" (func $PyBytes_AsString (param i32) (result i32)))
  (import "env" "PyRun_FileExFlags" (func $PyRun_FileExFlags (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
  (import "env" "Py_FinalizeEx" (func $Py_FinalizeEx (result i32)))

  (elem (offset (global.get $table)) func $caught $run $print $end)

  ;; The module's definition is at 0 and takes 52 bytes, its methods are at 64 and take 16 each; then strings.
  (data (offset (global.get $memory))
    "\ff\ff\ff\3f\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00" ;; 0: the head of an immortal object
    "\00\00\00\00\00\00\00\00\ff\ff\ff\ff\00\00\00\00\00\00\00\00" ;; 20: name, text, no state (-1), methods, slots
    "\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00") ;; 40: nothing to traverse, clear, free
  (data (offset (i32.add (global.get $memory) (i32.const 144)))
    "_tiers\00\00caught\00\00run\00\00\00\00\00print\00\00\00end\00\00\00\00\00" ;; 144, 152, 160, 168, 176
    "rb\00\00\00\00\00\00" ;; 184
    "PYTHONHASHSEED\00\000\00\00\00\00\00\00\00PYTHONUNBUFFERED\00\00\00\00\00\00\00\00") ;; 192, 208, 216

  (func $at (param $offset i32) (result i32)
    (i32.add (global.get $memory) (local.get $offset)))

  ;; The interpreter is to be configured as tier-full's is: hash seed 0, UTF-8 mode, buffered output, no user's folder.
  (func (export "__wasm_call_ctors")
    (i32.store (global.get $utf8_mode) (i32.const 1))
    (i32.store (global.get $no_user_site) (i32.const 1))
    (drop (call $setenv (call $at (i32.const 192)) (call $at (i32.const 208)) (i32.const 1)))
    (drop (call $unsetenv (call $at (i32.const 216)))))

  (func (export "__wasm_apply_data_relocs")
    (i32.store (call $at (i32.const 20)) (call $at (i32.const 144)))
    (i32.store (call $at (i32.const 32)) (call $at (i32.const 64)))
    (call $method (i32.const 64) (i32.const 152) (i32.const 0) (i32.const 0x80)) ;; METH_FASTCALL
    (call $method (i32.const 80) (i32.const 160) (i32.const 1) (i32.const 0x80))
    (call $method (i32.const 96) (i32.const 168) (i32.const 2) (i32.const 8)) ;; METH_O
    (call $method (i32.const 112) (i32.const 176) (i32.const 3) (i32.const 4))) ;; METH_NOARGS

  (func $method (param $offset i32) (param $name i32) (param $function i32) (param $flags i32)
    (i32.store (call $at (local.get $offset)) (call $at (local.get $name)))
    (i32.store offset=4 (call $at (local.get $offset)) (i32.add (global.get $table) (local.get $function)))
    (i32.store offset=8 (call $at (local.get $offset)) (local.get $flags)))

  (func (export "PyInit__tiers") (result i32)
    (call $PyModule_Create2 (call $at (i32.const 0)) (i32.const 1013)))

  ;; caught(returned, raised, callable, args, kwargs): calls, and appends what comes of it to one of the two lists.
  (func $caught (param $module i32) (param $args i32) (param $count i32) (result i32)
    (local $result i32)
    (local $list i32)
    (local.set $result
      (call $PyObject_Call
        (i32.load offset=8 (local.get $args)) (i32.load offset=12 (local.get $args)) (i32.load offset=16 (local.get $args))))
    (local.set $list (i32.load (local.get $args)))
    (if (i32.eqz (local.get $result))
      (then
        (local.set $result (call $PyErr_GetRaisedException))
        (local.set $list (i32.load offset=4 (local.get $args)))))
    (if (call $PyList_Append (local.get $list) (local.get $result))
      (then (return (i32.const 0))))
    (call $Py_DecRef (local.get $result))
    (global.get $none))

  ;; run(descriptor, path, names): runs the source in the open file as a program, as CPython's `main` does.
  (func $run (param $module i32) (param $args i32) (param $count i32) (result i32)
    (local $file i32)
    (local $names i32)
    (local.set $file
      (call $fdopen (call $PyLong_AsLong (i32.load (local.get $args))) (call $at (i32.const 184))))
    (if (i32.eqz (local.get $file))
      (then (return (call $PyErr_NoMemory))))
    (local.set $names (i32.load offset=8 (local.get $args)))
    (call $PyRun_FileExFlags
      (local.get $file)
      (call $PyBytes_AsString (i32.load offset=4 (local.get $args)))
      (i32.const 257) ;; Py_file_input
      (local.get $names) (local.get $names)
      (i32.const 1) ;; to be closed
      (i32.const 0)))

  ;; print(exception): as CPython does with one that nobody caught.
  (func $print (param $module i32) (param $exception i32) (result i32)
    (call $Py_IncRef (local.get $exception))
    (call $PyErr_SetRaisedException (local.get $exception))
    (call $PyErr_PrintEx (i32.const 1))
    (global.get $none))

  ;; end(): ends the interpreter, and with it the instance.
  (func $end (param $module i32) (param $nothing i32) (result i32)
    (call $exit (i32.lt_s (call $Py_FinalizeEx) (i32.const 0)))
    (unreachable)))
