namespace LiveBoard.Core.Commands.Plans;

/// <summary>
/// Checks the parts of a plan while rows are made from them, and remembers the first thing that is wrong. Going on
/// after that is harmless: nothing is handed to the database until all is checked.
/// </summary>
internal sealed class PlanCheck
{
    public Rejection? Rejection { get; private set; }

    public void Refuse(RejectionCode code, string subject, string? current = null) =>
        Note(new Rejection(code, subject, current));

    public void Limit(int count, int most, string subject)
    {
        if (count > most)
        {
            Refuse(RejectionCode.TooMany, subject);
        }
    }

    public string Line(string text, int maxLength, string subject)
    {
        Note(TextRules.Line(text, maxLength, subject, out var line));
        return line;
    }

    public string LongText(string? text, int maxLength, string subject)
    {
        Note(TextRules.LongText(text, maxLength, subject, out var result));
        return result;
    }

    /// <summary>Times are stored as they are: one of another kind would silently shift.</summary>
    public DateTime Utc(DateTime time, string subject)
    {
        if (time.Kind != DateTimeKind.Utc)
        {
            Refuse(RejectionCode.ValueInvalid, subject);
        }

        return time;
    }

    public DateTime? Utc(DateTime? time, string subject) => time is null ? null : Utc(time.Value, subject);

    private void Note(Rejection? rejection) => Rejection ??= rejection;
}
