namespace LiveBoard.OpenIdProvider;

/// <summary>The only client that the provider knows.</summary>
public static class TestClient
{
    public const string Id = "liveboard";
    public const string Secret = "for-tests-only";
}
