using System.Data.Common;
using System.Globalization;
using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>
/// Writes <see cref="BulkRows"/> with prepared statements, in the transaction that is open. Tables, names and values are
/// those of the model, so that a column which is added there is written here as well.
/// </summary>
internal sealed class BulkWriter(LiveBoardDbContext db)
{
    private const int Step = 1000;

    /// <summary>One row for each statement where the database is in the process; many where each costs a trip through the network.</summary>
    private readonly int _rowsAtOnce =
        db.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true ? 40 : 1;

    public async Task WriteAsync(BulkRows rows)
    {
        await InsertAsync(rows.Made, rows.Progress);
        await InsertAsync(rows.Made.SelectMany(c => c.Labels));
        await InsertAsync(rows.Made.SelectMany(c => c.Assignees));
        await InsertAsync(rows.Made.SelectMany(c => c.FieldValues));
        if (rows.Changed.Count > 0)
        {
            await UpdateAsync(rows);
            await ReplaceAsync(rows.Changed, c => c.Labels);
            await ReplaceAsync(rows.Changed, c => c.Assignees);
            await ReplaceAsync(rows.Changed, c => c.FieldValues);
        }

        await InsertAsync(rows.Texts);
        await InsertAsync(rows.Activity);
    }

    private async Task InsertAsync<T>(IEnumerable<T> rows, IProgress<int>? progress = null)
        where T : class
    {
        var table = new BulkTable(db, typeof(T));
        var written = 0;
        DbCommand? whole = null;
        try
        {
            foreach (var batch in rows.Chunk(_rowsAtOnce))
            {
                if (batch.Length == _rowsAtOnce)
                {
                    whole ??= table.Insert(_rowsAtOnce);
                    await table.ExecuteAsync(whole, batch);
                }
                else
                {
                    await using var rest = table.Insert(batch.Length);
                    await table.ExecuteAsync(rest, batch);
                }

                written += batch.Length;
                if (written % Step < batch.Length)
                {
                    progress?.Report(written);
                }
            }
        }
        finally
        {
            if (whole is not null)
            {
                await whole.DisposeAsync();
            }
        }
    }

    private async Task UpdateAsync(BulkRows rows)
    {
        // Two cards of a column may change places, and no two may have the same one in between.
        var table = new BulkTable(db, typeof(Card));
        await using (var away = table.Update(nameof(Card.Position)))
        {
            foreach (var card in rows.Changed.Where(c => rows.Moved.Contains(c.Id)))
            {
                var place = card.Position;
                card.Position = card.Id.ToString("N", CultureInfo.InvariantCulture);
                await table.ExecuteAsync(away, [card]);
                card.Position = place;
            }
        }

        await using var update = table.Update();
        foreach (var card in rows.Changed)
        {
            await table.ExecuteAsync(update, [card]);
        }
    }

    private async Task ReplaceAsync<T>(List<Card> cards, Func<Card, IEnumerable<T>> parts)
        where T : class
    {
        var table = new BulkTable(db, typeof(T));
        await using (var delete = table.DeleteOf(nameof(CardLabel.CardId)))
        {
            foreach (var card in cards)
            {
                await table.ExecuteAsync(delete, card.Id);
            }
        }

        await InsertAsync(cards.SelectMany(parts));
    }
}
