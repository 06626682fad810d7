using System.Text.Json;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live.Texts;

namespace LiveBoard.Core.Tests.Live.Texts;

/// <summary>
/// An editor in small: one edit of its own at a time, put on top of what others typed. Knows its own updates by its id, as
/// answers may be lost.
/// </summary>
internal sealed class TextReplica(string id, CardTextSession session, Random random)
{
    private (int From, int To, string Insert)? _pending;
    private int _count;

    public string Text { get; private set; } = session.Begin.Text;

    public long Version { get; private set; } = session.Begin.Version;

    public bool IsPending => _pending is not null;

    /// <summary>What was acknowledged, each of it unlike anything else.</summary>
    public List<string> Acknowledged { get; } = [];

    public void Type()
    {
        if (_pending is null)
        {
            var from = random.Next(Text.Length + 1);
            _pending = (from, Math.Min(Text.Length, from + random.Next(4)), $"<{id}{_count++}>");
        }
    }

    /// <param name="isAnswerLost">True for a connection that ends before the answer.</param>
    public async Task PushAsync(bool isAnswerLost = false)
    {
        if (_pending is { } edit)
        {
            var after = Text.Remove(edit.From, edit.To - edit.From).Insert(edit.From, edit.Insert);
            var result = await session.PushAsync(Version, id, [TextChange.Between(Text, after).ToString()]);
            if (!isAnswerLost)
            {
                Take(result.Updates);
            }
        }
    }

    public async Task PullAsync() => Take((await session.PullAsync(Version)).Updates);

    private void Take(IEnumerable<CardTextUpdate> updates)
    {
        foreach (var update in updates.Where(u => u.Version == Version + 1))
        {
            Version++;
            Text = TextChange.Parse(update.Changes)!.Apply(Text);
            if (update.ClientId == id)
            {
                Acknowledged.Add(_pending!.Value.Insert);
                _pending = null;
            }
            else if (_pending is { } edit)
            {
                var from = Map(update.Changes, edit.From, isBefore: false);
                _pending = (from, Math.Max(from, Map(update.Changes, edit.To, isBefore: true)), edit.Insert);
            }
        }
    }

    /// <summary>Where a place is after a change; before or behind what was put in right there.</summary>
    private static int Map(string changes, int place, bool isBefore)
    {
        using var json = JsonDocument.Parse(changes);
        var (old, now) = (0, 0);
        foreach (var part in json.RootElement.EnumerateArray())
        {
            var isKept = part.ValueKind == JsonValueKind.Number;
            var length = isKept ? part.GetInt32() : part[0].GetInt32();
            var insert = isKept
                ? length
                : string.Join('\n', part.EnumerateArray().Skip(1).Select(l => l.GetString())).Length;
            if (place < old + length || (place == old + length && (isBefore || isKept)))
            {
                return isKept ? now + place - old
                    : isBefore ? now
                    : now + insert;
            }

            (old, now) = (old + length, now + insert);
        }

        return now + place - old;
    }
}
