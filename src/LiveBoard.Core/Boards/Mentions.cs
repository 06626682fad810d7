namespace LiveBoard.Core.Boards;

/// <summary>Finds whom a text names with <c>@Name</c>. Pure.</summary>
/// <remarks>
/// A name is written out in full, in any case; of two that fit, the longer one is meant ("@Anna Berg" is not Anna). What
/// stands in code, and an <c>@</c> right behind a letter or digit (an e-mail address), names nobody. People of the same
/// name are all meant: nobody who may be meant should miss it.
/// </remarks>
public static class Mentions
{
    /// <summary>The people that are named, each once.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="people">Whom it may name.</param>
    public static IReadOnlyList<Guid> Find(string text, IEnumerable<PersonSnapshot> people)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return [];
        }

        var byLength = people.Where(p => p.Name.Length > 0).OrderByDescending(p => p.Name.Length).ToList();
        var found = new List<Guid>();
        foreach (var at in Signs(text))
        {
            var length = 0;
            foreach (var person in byLength.TakeWhile(p => p.Name.Length >= length))
            {
                if (IsNamedAt(text, at + 1, person.Name))
                {
                    length = person.Name.Length;
                    if (!found.Contains(person.Id))
                    {
                        found.Add(person.Id);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>True when this name stands at this place, and not only the beginning of a longer word.</summary>
    public static bool IsNamedAt(string text, int start, string name)
    {
        var end = start + name.Length;
        return end <= text.Length
            && string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }

    /// <summary>Where a name may begin: signs outside of code, in one walk over the text.</summary>
    private static IEnumerable<int> Signs(string text)
    {
        var ticks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                var run = RunAt(text, i);
                ticks =
                    ticks == run ? 0
                    : ticks == 0 && text.IndexOf(new string('`', run), i + run, StringComparison.Ordinal) >= 0 ? run
                    : ticks;
                i += run - 1;
            }
            else if (text[i] == '@' && ticks == 0 && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                yield return i;
            }
        }
    }

    private static int RunAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - start;
    }
}
