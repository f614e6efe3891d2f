using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Sample.Files;
using Pupitre.ServiceLevels.Sample.World;

namespace Pupitre.ServiceLevels.Sample;

/// <summary>Drops the sample's files as a person would, and answers what the program asks about them.</summary>
public sealed class SampleEvidence(Tenant tenant)
{
    internal Task DropAsync(SampleFile file, CancellationToken token) => Task.FromResult((tenant, file, token));

    internal Task FinishAsync(SampleWorld world, CancellationToken token) => Task.FromResult((tenant, world, token));
}
