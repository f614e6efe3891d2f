using System.ComponentModel.DataAnnotations;
using Pupitre.Kernel;

namespace Pupitre.ContractLife.Clauses;

/// <summary>All clauses of a contract, as one form. A clause that is not sent stays as it is.</summary>
[Microsoft.Extensions.Validation.Embedded.ValidatableType]
public sealed class ClausesInput
{
    public Guid ContractId { get; set; }

    /// <summary>Version of the checklist that the form was filled from, 0 for the first; a save over a newer one is refused.</summary>
    public long Version { get; set; }

    [MaxLength(ClauseTopics.Count)]
    public List<ClauseInput> Lines { get; set => field = value ?? []; } = [];

    /// <summary>The form as a contract's checklist fills it.</summary>
    /// <param name="contractId">Whose it is.</param>
    /// <param name="checklist">Null while nobody has looked.</param>
    internal static ClausesInput Of(Guid contractId, ClauseChecklist? checklist) => new()
    {
        ContractId = contractId,
        Version = checklist?.Version ?? 0,
        Lines = [.. ClauseTopics.All.Select(topic => ClauseInput.Of(topic, checklist?.Clauses.FirstOrDefault(row => row.Topic == topic)))],
    };
}

/// <summary>What is said of one clause.</summary>
public sealed class ClauseInput
{
    public ClauseTopic Topic { get; set; }

    [CustomValidation(typeof(ClauseInput), nameof(CheckState))]
    public ClauseState State { get; set; }

    [StringLength(ContractClause.MaxTextLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Text { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(ContractClause.MaxRemarkLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Remark { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public Guid? FileId { get; set; }

    [Range(1, ContractClause.MaxPage, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Input_OutOfRange))]
    public int? Page { get; set; }

    /// <summary>Whether it says what is known already.</summary>
    internal bool Says(ContractClause? known) =>
        (State, Text, Remark, FileId, Page) == (known?.State ?? ClauseState.NotLooked, known?.Text, known?.Remark, known?.FileId,
            known?.Page);

    internal static ClauseInput Of(ClauseTopic topic, ContractClause? known) => new()
    {
        Topic = topic,
        State = known?.State ?? ClauseState.NotLooked,
        Text = known?.Text,
        Remark = known?.Remark,
        FileId = known?.FileId,
        Page = known?.Page,
    };

    // Whoever says that a clause is there shows where: anybody else can then read it. What is missing, or has no place, is said.
    public static ValidationResult? CheckState(ClauseState state, ValidationContext context) =>
        context.ObjectInstance is ClauseInput line && Missing(state, line) is { } message
            ? new ValidationResult(message.With(ClauseWords.Of(line.Topic)), [nameof(State)])
            : ValidationResult.Success;

    private static string? Missing(ClauseState state, ClauseInput line) => state switch
    {
        ClauseState.Present when line is { Text: null, Page: null } => Texts.Clause_TextMissing,
        ClauseState.Partial when line.Remark is null => Texts.Clause_PartMissing,
        ClauseState.NotApplicable when line.Remark is null => Texts.Clause_WhyMissing,
        _ => null,
    };
}
