using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>The index that a price follows, as somebody types it.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class IndexationInput
{
    public Guid ContractId { get; set; }

    /// <summary>Version that the form was filled from, 0 for the first; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Index_NameMissing))]
    [StringLength(PriceIndex.MaxNameLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Index_NameMissing))]
    public string? Name { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Index_SourceMissing))]
    [StringLength(PriceIndex.MaxNameLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Index_SourceMissing))]
    public string? Source { get; set; }

    /// <summary>As 2025-01.</summary>
    public string? BaseMonth { get; set; }

    public decimal? BaseValue { get; set; }

    [MaxLength(PriceIndex.MostValues)]
    public List<IndexValueInput> Values { get; set => field = value ?? []; } = [];
}

/// <summary>A value from a month on; a line without both is left out.</summary>
public sealed class IndexValueInput
{
    public string? Month { get; set; }

    public decimal? Value { get; set; }
}

/// <summary>Keeps the index that the price of a contract follows, with its values.</summary>
internal sealed class SaveIndexation(Db db)
{
    private const int Blanks = 2;

    public async Task<IndexationInput> PrepareAsync(Guid contractId, CancellationToken token)
    {
        var (contract, index) = await FindAsync(contractId, token);
        return new IndexationInput
        {
            ContractId = contract.Id,
            Version = index?.Version ?? 0,
            Name = index?.Name,
            Source = index?.Source,
            BaseMonth = index is null ? null : OccurrenceKeys.OfMonth(index.BaseMonth),
            BaseValue = index?.BaseValue,
            Values =
            [
                .. (index?.Values ?? []).OrderBy(row => row.Month)
                    .Select(row => new IndexValueInput { Month = OccurrenceKeys.OfMonth(row.Month), Value = row.Value }),
                .. Enumerable.Range(0, Blanks).Select(_ => new IndexValueInput()),
            ],
        };
    }

    /// <exception cref="Refused">A month or a value is none; the field is named.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved it since the form was opened.</exception>
    public async Task RunAsync(IndexationInput input, CancellationToken token)
    {
        var (contract, known) = await FindAsync(input.ContractId, token);
        if (OccurrenceKeys.MonthOf(input.BaseMonth) is not { } baseMonth)
        {
            throw new Refused(Texts.Index_MonthWrong, nameof(IndexationInput.BaseMonth));
        }

        var baseValue = Checked(input.BaseValue, nameof(IndexationInput.BaseValue));
        var values = ValuesOf(input, baseMonth);
        if ((known?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException("Somebody saved the indexation since the form was opened.");
        }

        var index = known ?? PriceIndex.Create(contract.Id);
        index.Say(input.Name!.Trim(), input.Source!.Trim(), baseMonth, baseValue, values);
        if (known is null)
        {
            db.Add(index);
        }
        else
        {
            db.Entry(index).State = EntityState.Modified;
        }

        db.Record("PriceIndexed", index.Ref,
            new { ContractId = contract.Id, contract.Title, IndexName = index.Name, Values = values.Count });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            throw new DbUpdateConcurrencyException("Somebody saved the indexation at the same moment.", twice);
        }
    }

    private static Dictionary<int, decimal> ValuesOf(IndexationInput input, int baseMonth)
    {
        var values = new Dictionary<int, decimal>();
        foreach (var (at, line) in input.Values.Index().Where(line =>
            line.Item.Value is not null || !string.IsNullOrWhiteSpace(line.Item.Month)))
        {
            if (OccurrenceKeys.MonthOf(line.Month) is not { } month || month <= baseMonth || values.ContainsKey(month))
            {
                throw new Refused(Texts.Index_ValueMonthWrong.With(at + 1), $"Values[{at}].Month");
            }

            values[month] = Checked(line.Value, $"Values[{at}].Value");
        }

        return values;
    }

    private static decimal Checked(decimal? value, string field) =>
        value is { } number and > 0 and <= PriceIndexation.MostValue && decimal.Round(number, PriceIndexValue.Decimals) == number ? number
            : throw new Refused(Texts.Index_ValueWrong, field);

    private async Task<(Contract Contract, PriceIndex? Index)> FindAsync(Guid id, CancellationToken token) => (
        await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound(),
        await db.Set<PriceIndex>().Include(row => row.Values).SingleOrDefaultAsync(row => row.ContractId == id, token));
}
