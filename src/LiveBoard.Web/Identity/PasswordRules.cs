using System.Collections.Frozen;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity;

/// <summary>
/// What a new password must be: long, and not what everybody tries first. No rules of composition; they make people
/// write "Password1234", which is refused here together with its kin: a common word with figures and signs around
/// it or in place of letters, the same few characters again and again, figures only.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<ApplicationUser>
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    private const int FewestDistinct = 5;
    private static readonly FrozenSet<string> CommonWords = ReadCommonWords();

    /// <summary>Why it cannot be a password, or null.</summary>
    /// <param name="password">The wish.</param>
    /// <param name="own">Words that belong to the person, such as the name and the e-mail address.</param>
    public static AccountRefusal? Check(string? password, params ReadOnlySpan<string?> own)
    {
        if (password is null || password.Length < MinLength)
        {
            return AccountRefusal.PasswordTooShort;
        }

        if (password.Length > MaxLength)
        {
            return AccountRefusal.PasswordTooLong;
        }

        var word = Core(password);
        if (password.Distinct().Count() < FewestDistinct || word.Length == 0 || IsCommon(word))
        {
            return AccountRefusal.PasswordTooCommon;
        }

        foreach (var text in own)
        {
            var name = text?.Split('@')[0];
            if (name is { Length: > 0 } && Core(name) is { Length: > 2 } core && IsRepeated(word, core))
            {
                return AccountRefusal.PasswordTooCommon;
            }
        }

        return null;
    }

    public Task<IdentityResult> ValidateAsync(
        UserManager<ApplicationUser> manager,
        ApplicationUser user,
        string? password
    ) =>
        Task.FromResult(
            Check(password, user.Email) is { } refusal
                ? IdentityResult.Failed(new IdentityError { Code = refusal.ToString() })
                : IdentityResult.Success
        );

    /// <summary>The letters, with look-alikes read as the letters they stand for and figures and signs at the ends gone.</summary>
    private static string Core(string password)
    {
        var trimmed = password.AsSpan().Trim().ToString().ToLowerInvariant();
        var start = 0;
        var end = trimmed.Length;
        while (end > start && !char.IsLetter(trimmed[end - 1]))
        {
            end--;
        }

        while (start < end && !char.IsLetter(trimmed[start]))
        {
            start++;
        }

        return string.Concat(trimmed[start..end].Select(Read).Where(char.IsLetter));
    }

    private static char Read(char c) =>
        c switch
        {
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => c,
        };

    private static bool IsCommon(string word)
    {
        for (var length = 1; length <= word.Length; length++)
        {
            if (word.Length % length == 0 && CommonWords.Contains(word[..length]) && IsRepeated(word, word[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRepeated(string word, string part) =>
        word.Length % part.Length == 0 && string.Concat(Enumerable.Repeat(part, word.Length / part.Length)) == word;

    private static FrozenSet<string> ReadCommonWords()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
