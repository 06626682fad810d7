using System.Text;
using System.Text.Json;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>
/// Finds the place of what made a JSON document unreadable. A second, slower walk that keeps track of where it is;
/// the parser itself names no place for a duplicate name.
/// </summary>
internal static class JsonFault
{
    public static ImportProblem Locate(ReadOnlySpan<byte> bytes, int maxDepth)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxDepth });
        var levels = new Stack<Level>();
        try
        {
            while (reader.Read())
            {
                if (Visit(ref reader, levels) is { } problem)
                {
                    return problem;
                }
            }
        }
        catch (JsonException error)
        {
            var code = levels.Count >= maxDepth ? ImportProblemCode.TooDeep : ImportProblemCode.NotJson;
            return new ImportProblem(
                code,
                PathOf(levels),
                Line: error.LineNumber + 1,
                BytePosition: error.BytePositionInLine
            );
        }

        return new ImportProblem(ImportProblemCode.NotJson);
    }

    private static ImportProblem? Visit(ref Utf8JsonReader reader, Stack<Level> levels)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            levels.Pop();
            return null;
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            return Name(ref reader, levels);
        }

        if (levels.TryPeek(out var parent) && parent.Names is null)
        {
            parent.Index++;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            levels.Push(new Level(reader.TokenType == JsonTokenType.StartObject ? [] : null));
        }

        return null;
    }

    private static ImportProblem? Name(ref Utf8JsonReader reader, Stack<Level> levels)
    {
        string name;
        try
        {
            name = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return new ImportProblem(
                ImportProblemCode.TextInvalid,
                PathOf(levels),
                BytePosition: reader.TokenStartIndex
            );
        }

        var level = levels.Peek();
        level.Name = Excerpt.Of(name);
        return level.Names!.Add(name)
            ? null
            : new ImportProblem(
                ImportProblemCode.DuplicateName,
                PathOf(levels),
                level.Name,
                BytePosition: reader.TokenStartIndex
            );
    }

    private static string PathOf(Stack<Level> levels)
    {
        var path = new StringBuilder("$");
        foreach (var level in levels.Reverse())
        {
            if (level.Names is null && level.Index >= 0)
            {
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"[{level.Index}]");
            }
            else if (level.Name is not null)
            {
                path.Append('.').Append(level.Name);
            }
        }

        return path.ToString();
    }

    /// <summary>An object (with the names seen in it) or an array (without) that the walk is in.</summary>
    private sealed class Level(HashSet<string>? names)
    {
        public HashSet<string>? Names { get; } = names;

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
