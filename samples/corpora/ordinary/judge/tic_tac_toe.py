LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board):
    return [i for i, cell in enumerate(board) if cell == " "]


def minimax(board, player, cache={}):
    key = ("".join(board), player)
    if key in cache:
        return cache[key]
    won = winner(board)
    if won:
        result = (1 if won == "X" else -1), None
    elif not moves(board):
        result = 0, None
    else:
        best = None
        for move in moves(board):
            board[move] = player
            score, _ = minimax(board, "O" if player == "X" else "X")
            board[move] = " "
            if best is None or (score > best[0] if player == "X" else score < best[0]):
                best = (score, move)
        result = best
    cache[key] = result
    return result


def show(board):
    print("\n-+-+-\n".join("|".join(board[i:i + 3]) for i in (0, 3, 6)))
    print()


board = list("X   O    ")
player = "X"
while not winner(board) and moves(board):
    _, move = minimax(board, player)
    board[move] = player
    print(player, "plays", move)
    player = "O" if player == "X" else "X"
show(board)
print("winner:", winner(board) or "nobody")
