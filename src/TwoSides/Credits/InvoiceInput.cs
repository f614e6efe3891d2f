using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace Pupitre.TwoSides.Credits;

/// <summary>An invoice as somebody types it.</summary>
public sealed class InvoiceInput
{
    public Guid ContractId { get; set; }

    /// <summary>As 2026-05.</summary>
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Invoice_MonthMissing))]
    public string? Month { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Invoice_NumberMissing))]
    [StringLength(ProviderInvoice.MaxNumberLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Invoice_NumberMissing))]
    public string? Number { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Invoice_DateMissing))]
    public DateOnly? Date { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Invoice_AmountMissing))]
    public decimal? Amount { get; set; }

    public IFormFile? File { get; set; }
}
