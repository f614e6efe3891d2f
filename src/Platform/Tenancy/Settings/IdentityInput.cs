namespace Pupitre.Platform.Tenancy.Settings;

/// <summary>Another SIREN, or a former name, under which papers know the company.</summary>
public sealed class IdentityInput
{
    public string? Identity { get; set; }
}
