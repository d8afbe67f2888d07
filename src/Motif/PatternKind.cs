namespace Motif;

/// <summary>What a pattern is made from; each kind belongs to one capability.</summary>
public enum PatternKind
{
    /// <summary>A recurring function, class or design structure of source code.</summary>
    Code,

    /// <summary>A family of content templates.</summary>
    Content,

    /// <summary>A trait that lifts performance inside a semantic neighbourhood.</summary>
    Semantic,

    /// <summary>An intent with the execution that fulfilled it.</summary>
    Success,

    /// <summary>A trigger with the response or action that answers it.</summary>
    Decision,
}
