using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>A board is made by whom docs/access.md says, and by nobody else.</summary>
public sealed class BoardMakingTests
{
    public const string Heading = "Commands that make a board";

    public static TheoryData<string, string, string> Cells =>
        new(AccessTable.Under(Heading).Cells("nobody", "administrator"));

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Board_IsMadeByWhomTheTableSays(string command, string person, string answer)
    {
        await using var scene = await DirectoryScene.CreateAsync();
        var actor = await scene.AddAsync(person);
        var before = await scene.Directory.TextAsync();

        var result = await scene.Directory.Commands.HandleAsync(Make(command, scene.Directory.Workspace), actor);

        Assert.Equal(answer, AccessAnswer.Of(result));
        Assert.Equal(!result.IsDone, before == await scene.Directory.TextAsync());
    }

    private static BoardCommand Make(string command, Guid workspace) =>
        command switch
        {
            nameof(CreateBoard) => new CreateBoard
            {
                BoardId = Guid.CreateVersion7(),
                WorkspaceId = workspace,
                Name = "New",
            },
            nameof(ImportBoard) => new ImportBoard
            {
                BoardId = Guid.CreateVersion7(),
                WorkspaceId = workspace,
                Plan = new BoardPlan { Name = "New" },
            },
            nameof(CreateDashboard) => new CreateDashboard
            {
                BoardId = Guid.CreateVersion7(),
                WorkspaceId = workspace,
                Name = "New",
                ExampleFor = [],
            },
            _ => throw new InvalidOperationException($"How does {command} make a board?"),
        };
}
