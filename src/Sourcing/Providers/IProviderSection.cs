namespace Pupitre.Sourcing.Providers;

/// <summary>
/// A part of a provider's page that another module owns: how what was agreed with it is kept. The module that owns the data draws it,
/// because providers know nothing of what is measured.
/// </summary>
public interface IProviderSection
{
    /// <summary>A component with a parameter <c>ProviderId</c>.</summary>
    Type Component { get; }
}
