namespace LiveBoard.Core.Live;

/// <summary>Names of the parts of an open card that somebody can be seen to change.</summary>
public static class CardFieldName
{
    /// <summary>The title.</summary>
    public const string Title = "title";

    /// <summary>Who has it.</summary>
    public const string People = "people";

    /// <summary>The labels.</summary>
    public const string Labels = "labels";

    /// <summary>The planned start.</summary>
    public const string Start = "start";

    /// <summary>The due date.</summary>
    public const string Due = "due";

    /// <summary>A new comment.</summary>
    public const string Comment = "comment";

    /// <summary>A custom field.</summary>
    public static string Of(Guid fieldId) => $"field {fieldId:N}";
}
