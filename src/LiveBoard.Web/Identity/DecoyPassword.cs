using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>A password hash that belongs to nobody: what is checked when there is no such account, so that the answer takes as long.</summary>
internal sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<ApplicationUser> _hasher = new(options);
    private readonly Lazy<string> _hash = new(() =>
        new PasswordHasher<ApplicationUser>(options).HashPassword(null!, Guid.NewGuid().ToString())
    );

    /// <summary>Always false.</summary>
    public bool Verify(string password)
    {
        _ = _hasher.VerifyHashedPassword(null!, _hash.Value, password);
        return false;
    }
}
