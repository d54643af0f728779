/// The keys of terminals as ncurses 6.4 describes them (`infocmp -1 -x`), and what each is read as: `sequence=key`,
/// without the ESC. A terminal's line has what those above it don't send. Left out is where a terminal says otherwise
/// than the rest: PuTTY's number pad, iTerm2's 9 for Alt, which is kitty's super, and Terminal.app's `ESC b`.
enum TerminfoKeys {
  static let all: [(sequence: String, key: String)] = text.split { $0 == " " || $0 == "\n" }.compactMap { entry in
    let parts = entry.split(separator: "=", maxSplits: 1)
    return parts.count == 2 ? ("\u{1B}" + parts[0], String(parts[1])) : nil
  }

  private static let text = """
    xterm-256color: [3;2~=<S-Del> [1;2F=<S-End> [1;2H=<S-Home> [2;2~=<S-Ins> [1;2D=<S-Left> [6;2~=<S-PageDown>
      [5;2~=<S-PageUp> [1;2C=<S-Right> Ow=7 Oy=9 Ou=5 Oq=1 Os=3 [Z=<S-Tab> OD=Left OB=Down OC=Right OA=Up [3~=Del
      OF=End OM=Enter OP=F1 [21~=F10 [23~=F11 [24~=F12 [1;2P=<S-F1> [1;2Q=<S-F2> [1;2R=<S-F3> [1;2S=<S-F4>
      [15;2~=<S-F5> [17;2~=<S-F6> [18;2~=<S-F7> OQ=F2 [19;2~=<S-F8> [20;2~=<S-F9> [21;2~=<S-F10> [23;2~=<S-F11>
      [24;2~=<S-F12> [1;5P=<C-F1> [1;5Q=<C-F2> [1;5R=<C-F3> [1;5S=<C-F4> [15;5~=<C-F5> OR=F3 [17;5~=<C-F6>
      [18;5~=<C-F7> [19;5~=<C-F8> [20;5~=<C-F9> [21;5~=<C-F10> [23;5~=<C-F11> [24;5~=<C-F12> [1;6P=<C-S-F1>
      [1;6Q=<C-S-F2> [1;6R=<C-S-F3> OS=F4 [1;6S=<C-S-F4> [15;6~=<C-S-F5> [17;6~=<C-S-F6> [18;6~=<C-S-F7>
      [19;6~=<C-S-F8> [20;6~=<C-S-F9> [21;6~=<C-S-F10> [23;6~=<C-S-F11> [24;6~=<C-S-F12> [1;3P=<A-F1> [15~=F5
      [1;3Q=<A-F2> [1;3R=<A-F3> [1;3S=<A-F4> [15;3~=<A-F5> [17;3~=<A-F6> [18;3~=<A-F7> [19;3~=<A-F8> [20;3~=<A-F9>
      [21;3~=<A-F10> [23;3~=<A-F11> [17~=F6 [24;3~=<A-F12> [1;4P=<A-S-F1> [1;4Q=<A-S-F2> [1;4R=<A-S-F3> [18~=F7 [19~=F8
      [20~=F9 OH=Home [2~=Ins [6~=PageDown [5~=PageUp [3;3~=<A-Del> [3;4~=<A-S-Del> [3;5~=<C-Del> [3;6~=<C-S-Del>
      [3;7~=<C-A-Del> [1;2B=<S-Down> [1;3B=<A-Down> [1;4B=<A-S-Down> [1;5B=<C-Down> [1;6B=<C-S-Down> [1;7B=<C-A-Down>
      [1;3F=<A-End> [1;4F=<A-S-End> [1;5F=<C-End> [1;6F=<C-S-End> [1;7F=<C-A-End> [1;3H=<A-Home> [1;4H=<A-S-Home>
      [1;5H=<C-Home> [1;6H=<C-S-Home> [1;7H=<C-A-Home> [2;3~=<A-Ins> [2;4~=<A-S-Ins> [2;5~=<C-Ins> [2;6~=<C-S-Ins>
      [2;7~=<C-A-Ins> [1;3D=<A-Left> [1;4D=<A-S-Left> [1;5D=<C-Left> [1;6D=<C-S-Left> [1;7D=<C-A-Left>
      [6;3~=<A-PageDown> [6;4~=<A-S-PageDown> [6;5~=<C-PageDown> [6;6~=<C-S-PageDown> [6;7~=<C-A-PageDown>
      [5;3~=<A-PageUp> [5;4~=<A-S-PageUp> [5;5~=<C-PageUp> [5;6~=<C-S-PageUp> [5;7~=<C-A-PageUp> [1;3C=<A-Right>
      [1;4C=<A-S-Right> [1;5C=<C-Right> [1;6C=<C-S-Right> [1;7C=<C-A-Right> [1;2A=<S-Up> [1;3A=<A-Up> [1;4A=<A-S-Up>
      [1;5A=<C-Up> [1;6A=<C-S-Up> [1;7A=<C-A-Up> Ox=8 Ot=4 Ov=6 Or=2 Ok=+ Ol=, Oo=/ On=. Oj=* Op=0
    vt220: [D=Left [B=Down [C=Right [A=Up [25~=F13 [26~=F14 [31~=F17 [32~=F18 [33~=F19 [34~=F20
    linux: [4~=End [[A=F1 [28~=F15 [29~=F16 [[B=F2 [[C=F3 [[D=F4 [[E=F5 [1~=Home
    rxvt-unicode-256color: [3$=<S-Del> [8$=<S-End> [7$=<S-Home> [2$=<S-Ins> [d=<S-Left> [6$=<S-PageDown> [5$=<S-PageUp>
      [c=<S-Right> [8~=End [11~=F1 [12~=F2 [13~=F3 [14~=F4 [7~=Home [3^=<C-Del> [3@=<C-S-Del> [b=<S-Down> Ob=<C-Down>
      [8^=<C-End> [8@=<C-S-End> [7^=<C-Home> [7@=<C-S-Home> [2^=<C-Ins> [2@=<C-S-Ins> Od=<C-Left> [6^=<C-PageDown>
      [6@=<C-S-PageDown> [5^=<C-PageUp> [5@=<C-S-PageUp> Oc=<C-Right> [a=<S-Up> Oa=<C-Up>
    rxvt-256color: [23$=<S-F11> [24$=<S-F12> [11^=<C-F1> [12^=<C-F2> [13^=<C-F3> [14^=<C-F4> [15^=<C-F5> [17^=<C-F6>
      [18^=<C-F7> [19^=<C-F8> [20^=<C-F9> [21^=<C-F10> [23^=<C-F11> [24^=<C-F12> [25^=<C-F13> [26^=<C-F14> [28^=<C-F15>
      [29^=<C-F16> [31^=<C-F17> [32^=<C-F18> [33^=<C-F19> [34^=<C-F20> [23@=<C-S-F11> [24@=<C-S-F12>
    mrxvt-256color: [8;2~=<S-End> [7;2~=<S-Home> [11;2~=<S-F1> [12;2~=<S-F2> [13;2~=<S-F3> [14;2~=<S-F4> [11;5~=<C-F1>
      [12;5~=<C-F2> [13;5~=<C-F3> [14;5~=<C-F4> [11;6~=<C-S-F1> [12;6~=<C-S-F2> [13;6~=<C-S-F3> [14;6~=<C-S-F4>
      [11;3~=<A-F1> [12;3~=<A-F2> [13;3~=<A-F3> [14;3~=<A-F4> [11;4~=<A-S-F1> [12;4~=<A-S-F2> [13;4~=<A-S-F3>
      [8;3~=<A-End> [8;4~=<A-S-End> [8;5~=<C-End> [8;6~=<C-S-End> [8;7~=<C-A-End> [7;3~=<A-Home> [7;4~=<A-S-Home>
      [7;5~=<C-Home> [7;6~=<C-S-Home> [7;7~=<C-A-Home>
    konsole: O2P=<S-F1> O2Q=<S-F2> O2R=<S-F3> O2S=<S-F4> O5P=<C-F1> O5Q=<C-F2> O5R=<C-F3> O5S=<C-F4> O6P=<C-S-F1>
      O6Q=<C-S-F2> O6R=<C-S-F3> O6S=<C-S-F4> O3P=<A-F1> O3Q=<A-F2> O3R=<A-F3> O3S=<A-F4> O4P=<A-S-F1> O4Q=<A-S-F2>
      O4R=<A-S-F3>
    konsole-vt420pc: [F=End [H=Home
    gnome: O1;2P=<S-F1> O1;2Q=<S-F2> O1;2R=<S-F3> O1;2S=<S-F4> O1;5P=<C-F1> O1;5Q=<C-F2> O1;5R=<C-F3> O1;5S=<C-F4>
      O1;6P=<C-S-F1> O1;6Q=<C-S-F2> O1;6R=<C-S-F3> O1;6S=<C-S-F4> O1;3P=<A-F1> O1;3Q=<A-F2> O1;3R=<A-F3> O1;3S=<A-F4>
      O1;4P=<A-S-F1> O1;4Q=<A-S-F2> O1;4R=<A-S-F3>
    gnome-fc5: O2D=<S-Left> O2C=<S-Right> O2B=<S-Down> O3B=<A-Down> O4B=<A-S-Down> O5B=<C-Down> O6B=<C-S-Down>
      O7B=<C-A-Down> O3D=<A-Left> O4D=<A-S-Left> O5D=<C-Left> O6D=<C-S-Left> O7D=<C-A-Left> O3C=<A-Right>
      O4C=<A-S-Right> O5C=<C-Right> O6C=<C-S-Right> O7C=<C-A-Right> O2A=<S-Up> O3A=<A-Up> O4A=<A-S-Up> O5A=<C-Up>
      O6A=<C-S-Up> O7A=<C-A-Up>
    xterm+pcc1: [2D=<S-Left> [2C=<S-Right> [2B=<S-Down> [3B=<A-Down> [4B=<A-S-Down> [5B=<C-Down> [6B=<C-S-Down>
      [7B=<C-A-Down> [3D=<A-Left> [4D=<A-S-Left> [5D=<C-Left> [6D=<C-S-Left> [7D=<C-A-Left> [3C=<A-Right>
      [4C=<A-S-Right> [5C=<C-Right> [6C=<C-S-Right> [7C=<C-A-Right> [2A=<S-Up> [3A=<A-Up> [4A=<A-S-Up> [5A=<C-Up>
      [6A=<C-S-Up> [7A=<C-A-Up>
    xterm+pcc3: [>1;2D=<S-Left> [>1;2C=<S-Right> [>1;2B=<S-Down> [>1;3B=<A-Down> [>1;4B=<A-S-Down> [>1;5B=<C-Down>
      [>1;6B=<C-S-Down> [>1;7B=<C-A-Down> [>1;3D=<A-Left> [>1;4D=<A-S-Left> [>1;5D=<C-Left> [>1;6D=<C-S-Left>
      [>1;7D=<C-A-Left> [>1;3C=<A-Right> [>1;4C=<A-S-Right> [>1;5C=<C-Right> [>1;6C=<C-S-Right> [>1;7C=<C-A-Right>
      [>1;2A=<S-Up> [>1;3A=<A-Up> [>1;4A=<A-S-Up> [>1;5A=<C-Up> [>1;6A=<C-S-Up> [>1;7A=<C-A-Up>
    putty-vt100: OY=F10 OZ=F11 O[=F12 OT=F5 OU=F6 OV=F7 OW=F8 OX=F9
    alacritty:
    mlterm2: O1;2D=<S-Left> O1;2C=<S-Right> O1;2B=<S-Down> O1;3B=<A-Down> O1;4B=<A-S-Down> O1;5B=<C-Down>
      O1;6B=<C-S-Down> O1;7B=<C-A-Down> O1;3D=<A-Left> O1;4D=<A-S-Left> O1;5D=<C-Left> O1;6D=<C-S-Left>
      O1;7D=<C-A-Left> O1;3C=<A-Right> O1;4C=<A-S-Right> O1;5C=<C-Right> O1;6C=<C-S-Right> O1;7C=<C-A-Right>
      O1;2A=<S-Up> O1;3A=<A-Up> O1;4A=<A-S-Up> O1;5A=<C-Up> O1;6A=<C-S-Up> O1;7A=<C-A-Up>
    iTerm2.app: \u{1B}[B=<A-Down> \u{1B}[D=<A-Left> \u{1B}[6~=<A-PageDown> \u{1B}[5~=<A-PageUp> \u{1B}[C=<A-Right>
      \u{1B}[A=<A-Up>
    """
}
