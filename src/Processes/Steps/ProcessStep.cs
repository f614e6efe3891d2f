using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Steps;

/// <summary>A step of a process, as the company says that it is done.</summary>
public sealed class ProcessStep : ICompanyOwned
{
    /// <summary>Steps of one process.</summary>
    public const int MaxSteps = 100;

    public const int MaxNameLength = 120;
    public const int MaxRoleLength = 80;
    public const int MaxDocumentsLength = 300;
    public const int MaxMinutes = 10_000;
    public const int MaxWaitHours = 10_000;
    public const int AllCases = 100;

    private ProcessStep()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    /// <summary>Place in the process, from 1, without gaps.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Who does it, by function: the name of a lane.</summary>
    public string? Role { get; private set; }

    public Guid? ToolId { get; private set; }

    /// <summary>Minutes of work each time; null for unknown.</summary>
    public int? Minutes { get; private set; }

    /// <summary>Hours that usually pass before it begins; null for none known.</summary>
    public int? WaitHours { get; private set; }

    /// <summary>How many cases of a hundred take the step.</summary>
    public int SharePercent { get; private set; } = AllCases;

    /// <summary>What it needs: documents, separated by semicolons.</summary>
    public string? DocumentsIn { get; private set; }

    /// <summary>What it makes.</summary>
    public string? DocumentsOut { get; private set; }

    internal static ProcessStep Create(Guid processId) => new() { Id = Guid.CreateVersion7(), ProcessId = processId };

    internal void Describe(int number, StepInput input, Guid? toolId)
    {
        Number = number;
        Name = input.Name!.Trim();
        Role = Blank(input.Role);
        ToolId = toolId;
        Minutes = input.Minutes;
        WaitHours = input.WaitHours;
        SharePercent = input.SharePercent ?? AllCases;
        DocumentsIn = Documents(input.DocumentsIn);
        DocumentsOut = Documents(input.DocumentsOut);
    }

    internal void DoneWith(Guid toolId) => ToolId = toolId;

    /// <summary>The names in a list of documents, as one text that reads and compares alike however it was typed.</summary>
    public static string? Documents(string? text) =>
        string.Join("; ", (text ?? "").Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is { Length: > 0 } list ? list : null;

    /// <summary>The names in a list of documents, as <see cref="Documents"/> writes it.</summary>
    internal static string[] Listed(string? documents) => documents?.Split("; ") ?? [];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
