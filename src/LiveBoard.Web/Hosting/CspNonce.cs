using System.Security.Cryptography;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// The number that a response's own inline scripts carry, so that nothing else inline can run. One per response
/// (scoped); the page writes <c>nonce="@Nonce.Value"</c> on its inline scripts.
/// </summary>
internal sealed class CspNonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
