using System.Text;
using LiveBoard.Core.Exchange;
using LiveBoard.Core.Exchange.Trello;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Exchange;

/// <summary>Reads exports that are given as text or as one of the real files.</summary>
internal static class TrelloText
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static Task<TrelloReading> ReadAsync(string json, TrelloReaderOptions? options = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(json), options);

    public static async Task<TrelloReading> ReadAsync(byte[] bytes, TrelloReaderOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return await new TrelloReader(new FakeTimeProvider(Now)).ReadAsync(
            stream,
            options,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>An export that must be good.</summary>
    public static async Task<TrelloImport> ImportAsync(string json)
    {
        var reading = await ReadAsync(json);
        Assert.Empty(reading.Problems);
        return Assert.IsType<TrelloImport>(reading.Import);
    }

    /// <summary>A real export published by its owner; kept outside the repository, so the test is skipped without it.</summary>
    public static async Task<TrelloImport> ImportFileAsync(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "trello", name);
            if (File.Exists(file))
            {
                return await ImportAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            }
        }

        Assert.Skip(
            $"The real Trello export {name} is not here: expected in ../shared/data/trello beside the repository."
        );
        throw new InvalidOperationException("A skipped test does not get here.");
    }

    /// <summary>A small export around the given parts.</summary>
    public static string Board(string lists, string cards, string more = "") =>
        $$"""{"id":"b","name":"Board","lists":[{{lists}}],"cards":[{{cards}}]{{(more.Length > 0 ? "," + more : "")}}}""";

    public static string List(string id, string more = "") => $$"""{"id":"{{id}}","name":"List {{id}}"{{more}}}""";

    public static string Card(string id, string list, string more = "") =>
        $$"""{"id":"{{id}}","name":"Card {{id}}","idList":"{{list}}"{{more}}}""";

    public static int Count(this FidelityReport report, FidelityCode code) =>
        report.Notes.Where(n => n.Code == code).Sum(n => n.Count);
}
