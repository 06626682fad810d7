using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Works out what rows mean for a board as it is in the database. Reads only.</summary>
internal static class RowWork
{
    public static async Task<RowReview> ReviewAsync(
        LiveBoardDbContext db,
        Board board,
        TimeZoneInfo zone,
        RowMapping mapping,
        IReadOnlyList<RowInput> rows,
        CancellationToken cancellationToken
    ) => (await CheckAsync(db, board, zone, mapping, rows, cancellationToken)).Review;

    public static async Task<RowPlan> PlanAsync(
        BoardCommandContext context,
        RowMapping mapping,
        IReadOnlyList<RowInput> rows,
        IProgress<int>? progress,
        CancellationToken cancellationToken
    )
    {
        var (review, board, words) = await CheckAsync(
            context.Db,
            context.Board,
            context.Zone,
            mapping,
            rows,
            cancellationToken
        );
        if (!review.IsGood)
        {
            return new RowPlan(review);
        }

        var changing = review.Deeds.Select(d => d.Existing?.Id).OfType<Guid>().ToHashSet();
        var book = await RowBook.ReadAsync(context.Db, board.Id, changing, cancellationToken);
        var names = new RowNames(board, review.Additions)
        {
            People = words.People.Choices.ToDictionary(p => p.Id, p => p.Name),
        };
        return new RowPlanner(context, board, book, names, new BulkRows { Progress = progress }).Plan(
            review,
            mapping.ColumnId
        );
    }

    private static async Task<(RowReview Review, BoardSnapshot Board, CellVocabulary Words)> CheckAsync(
        LiveBoardDbContext db,
        Board board,
        TimeZoneInfo zone,
        RowMapping mapping,
        IReadOnlyList<RowInput> rows,
        CancellationToken cancellationToken
    )
    {
        var snapshot = (await BoardReader.ReadOnceAsync(db, board.Id, cancellationToken))!;
        var people = await CellPeopleReader.ReadAsync(db, board, cancellationToken);
        var words = CellVocabulary.Of(snapshot, people, zone);
        // The number is read with the board: should a card have been made since, the version tells, and this is not used.
        var review = new RowChecker(snapshot, board.NextCardNumber, words, mapping).Check(rows);
        return (review with { Version = Math.Min(board.Version, snapshot.Version) }, snapshot, words);
    }
}
