using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Account;

/// <summary>How pages answer a try that did not succeed.</summary>
internal static class SignInAnswers
{
    /// <summary>Sets the answer's status.</summary>
    /// <returns>What to say.</returns>
    public static string Give(HttpContext http, SignInOutcome outcome, string wrong)
    {
        (var words, http.Response.StatusCode) = outcome switch
        {
            SignInOutcome.TooMany => (AccountTexts.TooManyTries, StatusCodes.Status429TooManyRequests),
            SignInOutcome.Malformed => (wrong, StatusCodes.Status400BadRequest),
            _ => (wrong, StatusCodes.Status200OK),
        };
        return words;
    }
}
