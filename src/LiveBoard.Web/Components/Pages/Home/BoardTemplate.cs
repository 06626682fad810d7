using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Pages.Home;

/// <summary>Columns that a new board can begin with, in the viewer's language.</summary>
internal sealed record BoardTemplate(string Name, ImmutableArray<NewColumn> Columns)
{
    public static ImmutableArray<BoardTemplate> All() =>
        [
            new(
                HomeTexts.TemplateSimple,
                [
                    new(HomeTexts.ColumnToDo, ColumnStage.NotStarted),
                    new(HomeTexts.ColumnDoing, ColumnStage.InProgress),
                    new(HomeTexts.ColumnDone, ColumnStage.Done),
                ]
            ),
            new(
                HomeTexts.TemplateFlow,
                [
                    new(HomeTexts.ColumnIdeas, ColumnStage.NotStarted),
                    new(HomeTexts.ColumnReady, ColumnStage.NotStarted),
                    new(HomeTexts.ColumnDoing, ColumnStage.InProgress),
                    new(HomeTexts.ColumnReview, ColumnStage.InProgress),
                    new(HomeTexts.ColumnDone, ColumnStage.Done),
                ]
            ),
            new(HomeTexts.TemplateEmpty, []),
        ];

    public string Hint =>
        Columns.IsEmpty ? HomeTexts.TemplateEmptyHint : string.Join(", ", Columns.Select(c => c.Name));
}
