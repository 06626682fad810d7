using System.Text.Json.Serialization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>
/// Makes cards of the rows of a file, and changes those that are there, in one commit: all of it or nothing. Everything is
/// checked and worked out before its turn to write comes, so that others wait for the writing only
/// (docs/decisions/importing-rows.md). Nobody is notified.
/// </summary>
public sealed record ImportRows : BoardCommand
{
    /// <summary>What the rows' columns mean.</summary>
    public required RowMapping Mapping { get; init; }

    /// <summary>The rows, without the one of headings.</summary>
    public required IReadOnlyList<RowInput> Rows { get; init; }

    /// <summary>What the file is called, for the board's history.</summary>
    public required string Source { get; init; }

    /// <summary>Told how many of the cards are written.</summary>
    [JsonIgnore]
    public IProgress<int>? Progress { get; init; }

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
    ) => await RowWork.PlanAsync(context, Mapping, Rows, Progress, cancellationToken);

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (TextRules.Line(Source, Board.MaxNameLength, "source", out var source) is { } invalid)
        {
            return invalid;
        }

        var plan = context.Prepared as RowPlan;
        if (plan?.Version != context.Board.Version)
        {
            plan = await RowWork.PlanAsync(context, Mapping, Rows, Progress, cancellationToken);
        }

        if (!plan.Review.IsGood)
        {
            var first = plan.Review.Problems[0];
            return new Rejection(RejectionCode.CellsInvalid, $"{plan.Review.ProblemCount}", first.Text);
        }

        if (plan.Bulk.Made.Count + plan.Bulk.Changed.Count == 0)
        {
            return null;
        }

        if (await RowAdditionWriter.WriteAsync(context, plan.Review.Additions, cancellationToken) is { } refused)
        {
            return refused;
        }

        context.Board.NextCardNumber = plan.NextCardNumber;
        context.Log(ActivityKind.RowsImported, before: source, after: $"{plan.Bulk.Made.Count}");
        context.Db.Bulk = plan.Bulk;
        context.Undo = new TakeBackRows
        {
            BoardId = BoardId,
            Version = context.Board.Version + 1,
            CardIds = [.. plan.Bulk.Made.Select(c => c.Id)],
            Before = plan.Before,
        };
        return null;
    }
}
