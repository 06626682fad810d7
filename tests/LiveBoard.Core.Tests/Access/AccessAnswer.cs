using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;

namespace LiveBoard.Core.Tests.Access;

/// <summary>What came of a wish, in the words of docs/access.md.</summary>
internal static class AccessAnswer
{
    public const string Yes = "yes";
    private const string No = "no";
    private const string NotFound = "404";
    private const string Nothing = "nothing";

    public static string Of(CommandResult result) =>
        result.Rejection?.Code switch
        {
            null => Yes,
            RejectionCode.NotAllowed => No,
            RejectionCode.BoardNotFound => NotFound,
            { } other => other.ToString(),
        };

    public static string Of(DirectoryRefusal? refusal) =>
        refusal switch
        {
            null => Yes,
            DirectoryRefusal.NotAllowed => No,
            DirectoryRefusal.NotFound => NotFound,
            { } other => other.ToString(),
        };

    public static string OfFound(object? found) => found is null ? NotFound : Yes;

    public static string OfAny(bool isAny) => isAny ? Yes : Nothing;
}
