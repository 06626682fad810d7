namespace LiveBoard.Web.Components.Import;

/// <summary>Boards that were chosen together are reviewed one after the other: each address names those that still wait.</summary>
internal static class ImportQueue
{
    /// <summary>Address of the first one's review.</summary>
    public static string AddressOf(IReadOnlyList<Guid> ids) =>
        ids.Count > 1 ? $"/import/{ids[0]}?next={string.Join(',', ids.Skip(1))}" : $"/import/{ids[0]}";

    /// <summary>Those that wait, as an address names them; whatever is no id is left out.</summary>
    public static IReadOnlyList<Guid> Read(string? next) =>
        [
            .. (next ?? "")
                .Split(',')
                .Select(id => Guid.TryParse(id, out var draft) ? draft : default)
                .Where(id => id != default),
        ];
}
