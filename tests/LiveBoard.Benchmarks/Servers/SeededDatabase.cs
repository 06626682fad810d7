using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>A database file with people and boards, made once by the product's own commands and copied for each run.</summary>
internal sealed class SeededDatabase : IDisposable
{
    public const string FileName = "liveboard.db";

    private readonly string _directory = Directory.CreateTempSubdirectory("liveboard-bench-").FullName;
    private readonly List<string> _copies = [];
    private readonly Dictionary<int, BoardLayout> _boards = [];

    private SeededDatabase() { }

    /// <summary>Owner of the boards; writes.</summary>
    public TestUser Writer { get; private set; } = null!;

    /// <summary>People who look.</summary>
    public IReadOnlyList<TestUser> Viewers { get; private set; } = [];

    public static async Task<SeededDatabase> CreateAsync(int viewers, params IEnumerable<int> boardSizes)
    {
        var seeded = new SeededDatabase();
        await using var app = new LiveBoardApp { Directory = seeded._directory, IsDirectoryKept = true };
        app.With("contentRoot", ProductServer.ProjectDirectory).With("Logging:LogLevel:Default", "Warning");
        seeded.Writer = await app.CreateAdministratorAsync();
        var people = new List<TestUser>();
        for (var i = 0; i < viewers; i++)
        {
            people.Add(await app.CreateUserAsync(name: $"Viewer {i + 1}"));
        }

        seeded.Viewers = people;
        foreach (var size in boardSizes)
        {
            seeded._boards[size] = await seeded.AddBoardAsync(app, size);
        }

        return seeded;
    }

    public BoardLayout Board(int size) => _boards[size];

    /// <summary>A folder with a fresh copy of the database.</summary>
    public string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("liveboard-bench-").FullName;
        _copies.Add(copy);
        foreach (var file in Directory.EnumerateFiles(_directory, FileName + "*"))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose()
    {
        _copies.ForEach(copy => Directory.Delete(copy, recursive: true));
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<BoardLayout> AddBoardAsync(LiveBoardApp app, int size)
    {
        var command = new ImportBoard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = app.WorkspaceId,
            Plan = SampleBoard.Create(size),
        };
        var result = await app.Services.GetRequiredService<BoardCommandHandler>().HandleAsync(command, Writer.Actor);
        if (result.Rejection is { } rejection)
        {
            throw new InvalidOperationException($"The board was refused: {rejection}");
        }

        var board = await app.Services.GetRequiredService<BoardReader>().ReadAsync(command.BoardId);
        return BoardLayout.Of(board!);
    }
}
