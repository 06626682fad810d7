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
        for (var at = NextAt(text, 0); at >= 0; at = NextAt(text, at + 1))
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

    /// <summary>The next sign that may begin a name, outside of code.</summary>
    private static int NextAt(string text, int from)
    {
        var ticks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                var run = 1;
                while (i + run < text.Length && text[i + run] == '`')
                {
                    run++;
                }

                ticks =
                    ticks == run ? 0
                    : ticks == 0 && text.IndexOf(new string('`', run), i + run, StringComparison.Ordinal) >= 0 ? run
                    : ticks;
                i += run - 1;
            }
            else if (text[i] == '@' && ticks == 0 && i >= from && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
