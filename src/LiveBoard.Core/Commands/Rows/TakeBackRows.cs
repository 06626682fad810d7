using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>
/// Takes an import of rows back in one commit: the cards it made go into the trash, those it changed become what they were.
/// Refused once anybody has touched one of them. Labels, columns and choices that came with it stay.
/// </summary>
public sealed record TakeBackRows : BoardCommand
{
    /// <summary>Board version of the import.</summary>
    public required long Version { get; init; }

    /// <summary>The cards it made.</summary>
    public required IReadOnlyList<Guid> CardIds { get; init; }

    /// <summary>The cards it changed, as they were.</summary>
    public required IReadOnlyList<CardBefore> Before { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override bool IsPrepared => true;

    /// <inheritdoc />
    internal override string Hash() => HashOfMuch();

    /// <inheritdoc />
    internal override async Task<IPreparedCommand?> PrepareAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    ) => await PlanAsync(context, cancellationToken);

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        var plan = context.Prepared as TakeBackPlan;
        if (plan?.Version != context.Board.Version)
        {
            plan = await PlanAsync(context, cancellationToken);
        }

        if (plan.Rejection is null && plan.Bulk.Changed.Count > 0)
        {
            context.Log(ActivityKind.RowsTakenBack, after: $"{plan.Bulk.Changed.Count}");
            context.Db.Bulk = plan.Bulk;
        }

        return plan.Rejection;
    }

    private async Task<TakeBackPlan> PlanAsync(BoardCommandContext context, CancellationToken cancellationToken)
    {
        var version = context.Board.Version;
        var ids = CardIds.Concat(Before.Select(b => b.CardId)).ToHashSet();
        var book = await RowBook.ReadAsync(context.Db, BoardId, ids, cancellationToken);
        if (book.Cards.Count < ids.Count)
        {
            return new TakeBackPlan(version, new Rejection(RejectionCode.CardNotFound));
        }

        if (book.Cards.Values.Any(c => c.Version != Version || book.Texts.ContainsKey(c.Id)))
        {
            return new TakeBackPlan(version, new Rejection(RejectionCode.UndoOvertaken));
        }

        var columns = await context
            .Db.Columns.Where(c => c.BoardId == BoardId && !c.IsArchived)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        var labels = await context
            .Db.Labels.Where(l => l.BoardId == BoardId)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        var writer = new TakeBackWriter(context, book);
        foreach (var id in CardIds)
        {
            writer.Trash(book.Cards[id]);
        }

        foreach (var before in Before)
        {
            if (!columns.Contains(before.ColumnId) || before.LabelIds.Except(labels).Any())
            {
                return new TakeBackPlan(version, new Rejection(RejectionCode.UndoOvertaken));
            }

            writer.Restore(book.Cards[before.CardId], before);
        }

        return new TakeBackPlan(version) { Bulk = writer.Bulk };
    }
}

/// <summary>What taking rows back will write.</summary>
internal sealed record TakeBackPlan(long Version, Rejection? Rejection = null) : IPreparedCommand
{
    /// <summary>The cards.</summary>
    public BulkRows Bulk { get; init; } = new();
}
