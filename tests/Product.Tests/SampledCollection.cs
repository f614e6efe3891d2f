namespace Pupitre.Product.Tests;

/// <summary>Tests that only read the sample company share one.</summary>
[CollectionDefinition(Name)]
public sealed class SampledCollection : ICollectionFixture<SampledPupitre>
{
    public const string Name = "Sampled";
}
