using System.Collections.Frozen;

namespace Motif.Code;

/// <summary>Names that every program of a language has at hand: to use them couples nothing.</summary>
internal static class StandardLibrary
{
    /// <summary>The top-level modules of CPython 3.14 (<c>sys.stdlib_module_names</c>) with those removed since 3.8, without private ones.</summary>
    private static readonly FrozenSet<string> Python = (
        "abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii "
        + "binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys "
        + "compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses "
        + "dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler "
        + "fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt getpass gettext glob "
        + "graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools "
        + "json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder "
        + "msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os "
        + "ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint "
        + "profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource "
        + "rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket "
        + "socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct "
        + "subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this "
        + "threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types "
        + "typing typing_extensions unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound "
        + "wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo __future__"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The modules of Node 22 (<c>module.builtinModules</c>) without private ones.</summary>
    private static readonly FrozenSet<string> Node = (
        "assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events "
        + "fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl sea sqlite "
        + "stream string_decoder sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="name">A resolved dotted name.</param>
    public static bool Has(string language, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var root = dot < 0 ? name : name[..dot];
        return language switch
        {
            "python" => Python.Contains(root),
            "csharp" => root is "System",
            "typescript" or "javascript" => root is "builtins" || Node.Contains(root),
            _ => root is "builtins",
        };
    }
}
