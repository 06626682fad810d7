namespace LiveBoard.Core.Live;

/// <summary>Who holds which board open, and for how long it stays when nobody does.</summary>
public sealed partial class LiveBoardRegistry
{
    private OpenBoard Hold(Guid boardId)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(boardId, out var board))
            {
                board = new OpenBoard(LiveBoardState.OpenAsync(boardId, reader, bus, logger, CancellationToken.None));
                _open.Add(boardId, board);
            }

            board.Holders++;
            board.Closing?.Dispose();
            board.Closing = null;
            return board;
        }
    }

    private void Release(Guid boardId, OpenBoard board)
    {
        lock (_gate)
        {
            if (--board.Holders > 0 || _open.GetValueOrDefault(boardId) != board)
            {
                return;
            }

            // Nothing to keep of a board that does not exist or could not be read; the next visitor tries again.
            if (board.State is { IsCompleted: true } and not { IsCompletedSuccessfully: true, Result: not null })
            {
                _open.Remove(boardId);
                return;
            }

            board.Closing = time.CreateTimer(_ => CloseUnused(boardId, board), null, Linger, Timeout.InfiniteTimeSpan);
        }
    }

    private void CloseUnused(Guid boardId, OpenBoard board)
    {
        lock (_gate)
        {
            if (board.Holders > 0 || _open.GetValueOrDefault(boardId) != board)
            {
                return;
            }

            _open.Remove(boardId);
        }

        _ = CloseAsync(board);
    }

    private async Task CloseAsync(OpenBoard board)
    {
        board.Closing?.Dispose();
        try
        {
            if (await board.State is { } state)
            {
                await state.DisposeAsync();
            }
        }
        catch (Exception error)
        {
            LogCloseFailed(error);
        }
    }

    private sealed class OpenBoard(Task<LiveBoardState?> state)
    {
        public Task<LiveBoardState?> State => state;

        public int Holders { get; set; }

        public ITimer? Closing { get; set; }
    }
}
