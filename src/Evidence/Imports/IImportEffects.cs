using Pupitre.Kernel.Commitments;

namespace Pupitre.Evidence.Imports;

/// <summary>Says, in sentences, what imports and rules change in what is measured. Whoever measures contributes it.</summary>
public interface IImportEffects
{
    /// <summary>What would be different under other rules of who attests.</summary>
    Task<IReadOnlyList<string>> OfRulesAsync(Guid sourceId, SourceRules rules, CancellationToken token);

    /// <summary>What an import brought, against how things would be without it.</summary>
    Task<IReadOnlyList<string>> WithoutAsync(Import import, CancellationToken token);
}
