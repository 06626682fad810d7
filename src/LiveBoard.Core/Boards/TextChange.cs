using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace LiveBoard.Core.Boards;

/// <summary>
/// A change of a text from its first to its last character: parts that are kept, and parts that are replaced. Lengths are
/// UTF-16 units. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Written as CodeMirror's ChangeSet is ("codemirror.net/docs/ref", ChangeSet.toJSON): an array in which a number keeps
/// so many characters, and an array begins with how many go and names the lines that come instead.
/// </remarks>
public sealed class TextChange
{
    private const int MaxParts = 10_000;

    private readonly ImmutableArray<Part> _parts;

    private TextChange(ImmutableArray<Part> parts)
    {
        _parts = parts;
        LengthBefore = parts.Sum(p => p.Length);
        LengthAfter = parts.Sum(p => p.Insert?.Length ?? p.Length);
    }

    /// <summary>Length of the text that it can be applied to.</summary>
    public int LengthBefore { get; }

    /// <summary>Length of what comes of it.</summary>
    public int LengthAfter { get; }

    /// <summary>Everything that comes in.</summary>
    public IEnumerable<string> Insertions => _parts.Select(p => p.Insert).OfType<string>().Where(i => i.Length > 0);

    /// <summary>Reads what a browser sent. Believes nothing of it.</summary>
    /// <returns>Null when it is no change: wrong types, negative or absurd lengths, half a character.</returns>
    public static TextChange? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 3 });
            return Parse(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Also a string that is not Unicode.
            return null;
        }
    }

    /// <summary>The smallest single replacement that makes the one text the other.</summary>
    public static TextChange Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        // Never between the halves of a character.
        if (start > 0 && char.IsHighSurrogate(before[start - 1]))
        {
            start--;
        }

        if (end > 0 && char.IsLowSurrogate(before[^end]))
        {
            end--;
        }

        return new TextChange([
            new Part(start, Insert: null),
            new Part(before.Length - start - end, after[start..^end]),
            new Part(end, Insert: null),
        ]);
    }

    /// <summary>The text after the change.</summary>
    /// <exception cref="ArgumentException">The text is not as long as the one it was made for.</exception>
    public string Apply(string text)
    {
        if (text.Length != LengthBefore)
        {
            throw new ArgumentException($"The text has {text.Length} characters, not {LengthBefore}.", nameof(text));
        }

        var result = new StringBuilder(LengthAfter);
        var at = 0;
        foreach (var part in _parts)
        {
            _ = part.Insert is null ? result.Append(text, at, part.Length) : result.Append(part.Insert);
            at += part.Length;
        }

        return result.ToString();
    }

    /// <summary>As it is stored and sent.</summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var part in _parts.Where(p => p.Length > 0 || p.Insert is { Length: > 0 }))
            {
                Write(json, part);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Part part)
    {
        if (part.Insert is null)
        {
            json.WriteNumberValue(part.Length);
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(part.Length);
        if (part.Insert.Length > 0)
        {
            foreach (var line in part.Insert.Split('\n'))
            {
                json.WriteStringValue(line);
            }
        }

        json.WriteEndArray();
    }

    private static TextChange? Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() > MaxParts)
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<Part>();
        long length = 0;
        foreach (var element in root.EnumerateArray())
        {
            if (ParsePart(element) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            length += Math.Max(part.Length, part.Insert?.Length ?? 0);
        }

        return length > int.MaxValue / 2 ? null : new TextChange(parts.ToImmutable());
    }

    private static Part? ParsePart(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            return ParseLength(element) is { } kept ? new Part(kept, Insert: null) : null;
        }

        if (
            element.ValueKind != JsonValueKind.Array
            || element.GetArrayLength() == 0
            || ParseLength(element[0]) is not { } gone
        )
        {
            return null;
        }

        var lines = new List<string>();
        foreach (var line in element.EnumerateArray().Skip(1))
        {
            if (line.ValueKind != JsonValueKind.String || line.GetString() is not { } text || !IsLine(text))
            {
                return null;
            }

            lines.Add(text);
        }

        return new Part(gone, string.Join('\n', lines));
    }

    private static int? ParseLength(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var length) && length >= 0 ? length : null;

    private static bool IsLine(string text) => !text.AsSpan().ContainsAny('\n', '\r');

    /// <summary>Characters that are kept or go.</summary>
    /// <param name="Length">So many characters are kept, or go.</param>
    /// <param name="Insert">What comes instead; null when they are kept.</param>
    private readonly record struct Part(int Length, string? Insert);
}
