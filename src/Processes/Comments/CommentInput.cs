using System.ComponentModel.DataAnnotations;

namespace Pupitre.Processes.Comments;

/// <summary>What is asked for a comment.</summary>
public sealed class CommentInput
{
    /// <summary>Key of the comment, made with the form: a form sent twice makes one comment.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Comment_Missing))]
    [StringLength(
        ProcessComment.MaxTextLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_TooLong))]
    public string? Text { get; set; }
}
