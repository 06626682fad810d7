using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Testing;

/// <summary>A passkey as it is stored; nobody can sign in with it.</summary>
public static class TestPasskey
{
    public static IdentityUserPasskey<Guid> Of(Guid userId) =>
        new()
        {
            UserId = userId,
            CredentialId = Guid.NewGuid().ToByteArray(),
            Data = new IdentityPasskeyData
            {
                Name = "Key",
                PublicKey = [1],
                Transports = [],
                AttestationObject = [1],
                ClientDataJson = [1],
            },
        };
}
