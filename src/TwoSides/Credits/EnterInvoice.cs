using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>Enters an invoice of a provider. What it should have been is computed beside it, and never written into it.</summary>
internal sealed class EnterInvoice(Db db, Tenant tenant, IClock clock, FileStore files)
{
    /// <summary>Months that can be chosen, back from the current one.</summary>
    public const int MonthsBack = 24;

    private const int Cents = 2;

    public int CurrentMonth => MonthNumber.Of(Today);

    private DateOnly Today => clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    /// <exception cref="Refused">Something is missing, out of its range, or the number is there already; the field is named.</exception>
    public async Task RunAsync(InvoiceInput input, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ContractId, token)
            ?? throw new NotFound();
        var month = Check(input);
        if (await db.Set<ProviderInvoice>().AnyAsync(row => row.ContractId == contract.Id && row.Number == input.Number!.Trim(), token))
        {
            throw new Refused(Texts.Invoice_Twice.With(input.Number!.Trim()), nameof(InvoiceInput.Number));
        }

        var invoice = ProviderInvoice.Create(contract.Id, month, input, await KeepAsync(input, token), clock.GetCurrentInstant());
        db.Add(invoice);
        db.Record("InvoiceEntered", invoice.Ref, new
        {
            ContractId = contract.Id,
            contract.Title,
            StatementMonth = OccurrenceKeys.OfMonth(month),
            InvoiceNumber = invoice.Number,
            Amount = invoice.Amount.ToString("0.00", CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(token);
    }

    /// <summary>Takes an invoice off that was typed by mistake. The history keeps both.</summary>
    /// <returns>Its contract.</returns>
    public async Task<Guid> RemoveAsync(Guid id, CancellationToken token)
    {
        var invoice = await db.Set<ProviderInvoice>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var title = await db.Set<Contract>().Where(row => row.Id == invoice.ContractId).Select(row => row.Title).SingleAsync(token);
        db.Remove(invoice);
        db.Record("InvoiceRemoved", invoice.Ref, new
        {
            invoice.ContractId,
            Title = title,
            StatementMonth = OccurrenceKeys.OfMonth(invoice.Month),
            InvoiceNumber = invoice.Number,
        });
        await db.SaveChangesAsync(token);
        return invoice.ContractId;
    }

    private int Check(InvoiceInput input)
    {
        if (OccurrenceKeys.MonthOf(input.Month) is not { } month || month > CurrentMonth || month < CurrentMonth - MonthsBack)
        {
            throw new Refused(Texts.Invoice_MonthMissing, nameof(InvoiceInput.Month));
        }

        if (string.IsNullOrWhiteSpace(input.Number) || input.Number.Trim().Length > ProviderInvoice.MaxNumberLength)
        {
            throw new Refused(Texts.Invoice_NumberMissing, nameof(InvoiceInput.Number));
        }

        if (input.Date is not { } date || date > Today.AddMonths(1) || date < Today.AddMonths(-MonthsBack - 1))
        {
            throw new Refused(Texts.Invoice_DateMissing, nameof(InvoiceInput.Date));
        }

        return input.Amount is { } amount && Math.Abs(amount) <= ProviderInvoice.MostEuros && decimal.Round(amount, Cents) == amount ? month
            : throw new Refused(Texts.Invoice_AmountMissing, nameof(InvoiceInput.Amount));
    }

    private async Task<(string Hash, string Name)?> KeepAsync(InvoiceInput input, CancellationToken token)
    {
        if (input.File is not { Length: > 0 } sent)
        {
            return null;
        }

        await using var content = sent.OpenReadStream();
        var stored = await files.SaveAsync(content, sent.FileName, sent.ContentType, token);
        return (stored.Hash, stored.Name);
    }
}
