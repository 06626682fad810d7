using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LiveBoard.Core.Data.Configurations;

internal sealed class CardConfiguration : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> card)
    {
        card.Property(c => c.Title).HasMaxLength(Card.MaxTitleLength);
        card.Property(c => c.Description).HasMaxLength(Card.MaxDescriptionLength);
        card.Property(c => c.Position).IsOrderKey();
        card.Ignore(c => c.IsOnBoard);
        card.HasIndex(c => new { c.ColumnId, c.Position }).IsUnique();
        card.HasIndex(c => new { c.BoardId, c.Number }).IsUnique();
        card.HasOne<Board>().WithMany().HasForeignKey(c => c.BoardId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Column>().WithMany().HasForeignKey(c => c.ColumnId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Person>().WithMany().HasForeignKey(c => c.CreatedById).OnDelete(DeleteBehavior.Restrict);
        card.HasMany(c => c.Labels).WithOne().HasForeignKey(l => l.CardId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Attachment>().WithMany().HasForeignKey(c => c.CoverAttachmentId).OnDelete(DeleteBehavior.Restrict);
        card.HasMany(c => c.FieldValues).WithOne().HasForeignKey(v => v.CardId).OnDelete(DeleteBehavior.Restrict);
        card.HasMany(c => c.Assignees).WithOne().HasForeignKey(a => a.CardId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CardLabelConfiguration : IEntityTypeConfiguration<CardLabel>
{
    public void Configure(EntityTypeBuilder<CardLabel> label)
    {
        label.HasKey(l => new { l.CardId, l.LabelId });
        label.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CardAssigneeConfiguration : IEntityTypeConfiguration<CardAssignee>
{
    public void Configure(EntityTypeBuilder<CardAssignee> assignee)
    {
        assignee.HasKey(a => new { a.CardId, a.PersonId });
        assignee.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChecklistConfiguration : IEntityTypeConfiguration<Checklist>
{
    public void Configure(EntityTypeBuilder<Checklist> checklist)
    {
        checklist.Property(c => c.Name).HasMaxLength(Checklist.MaxTextLength);
        checklist.Property(c => c.Position).IsOrderKey();
        checklist.HasOne<Card>().WithMany().HasForeignKey(c => c.CardId).OnDelete(DeleteBehavior.Restrict);
        checklist.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.ChecklistId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChecklistItemConfiguration : IEntityTypeConfiguration<ChecklistItem>
{
    public void Configure(EntityTypeBuilder<ChecklistItem> item)
    {
        item.Property(i => i.Text).HasMaxLength(Checklist.MaxTextLength);
        item.Property(i => i.Position).IsOrderKey();
        item.HasOne<Person>().WithMany().HasForeignKey(i => i.AssigneeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.Text).HasMaxLength(Comment.MaxLength);
        comment.HasIndex(c => new { c.CardId, c.CreatedAt });
        comment.HasMany(c => c.Reactions).WithOne().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Card>().WithMany().HasForeignKey(c => c.CardId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CommentReactionConfiguration : IEntityTypeConfiguration<CommentReaction>
{
    public void Configure(EntityTypeBuilder<CommentReaction> reaction)
    {
        reaction.HasKey(r => new
        {
            r.CommentId,
            r.PersonId,
            r.Sign,
        });
        reaction.Property(r => r.Sign).HasMaxLength(16);
        reaction.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CardTextUpdateConfiguration : IEntityTypeConfiguration<CardTextUpdate>
{
    public void Configure(EntityTypeBuilder<CardTextUpdate> update)
    {
        // Of two that were made for the same text, also on two nodes, one is stored.
        update.HasKey(u => new { u.CardId, u.Version });
        update.Property(u => u.Changes).HasMaxLength(CardTextUpdate.MaxChangesLength);
        update.Property(u => u.ClientId).HasMaxLength(CardTextUpdate.MaxClientIdLength);
        update.HasOne<Card>().WithMany().HasForeignKey(u => u.CardId).OnDelete(DeleteBehavior.Restrict);
        update.HasOne<Person>().WithMany().HasForeignKey(u => u.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CardDraftConfiguration : IEntityTypeConfiguration<CardDraft>
{
    public void Configure(EntityTypeBuilder<CardDraft> draft)
    {
        draft.HasKey(d => new
        {
            d.PersonId,
            d.CardId,
            d.Field,
        });
        draft.Property(d => d.Text).HasMaxLength(CardDraft.MaxLength);
        draft.HasOne<Card>().WithMany().HasForeignKey(d => d.CardId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.Name).HasMaxLength(Attachment.MaxNameLength);
        attachment.Property(a => a.Url).HasMaxLength(Attachment.MaxUrlLength);
        attachment.Property(a => a.MediaType).HasMaxLength(Attachment.MaxMediaTypeLength);
        attachment.HasIndex(a => a.FileId).IsUnique();
        attachment.HasOne<Card>().WithMany().HasForeignKey(a => a.CardId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<Person>().WithMany().HasForeignKey(a => a.AddedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CardLinkConfiguration : IEntityTypeConfiguration<CardLink>
{
    public void Configure(EntityTypeBuilder<CardLink> link)
    {
        link.HasIndex(l => new
            {
                l.FromCardId,
                l.ToCardId,
                l.Kind,
            })
            .IsUnique();
        link.HasOne<Card>().WithMany().HasForeignKey(l => l.FromCardId).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Card>()
            .WithMany(c => c.IncomingLinks)
            .HasForeignKey(l => l.ToCardId)
            .OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Person>().WithMany().HasForeignKey(l => l.CreatedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustomFieldValueConfiguration : IEntityTypeConfiguration<CustomFieldValue>
{
    public void Configure(EntityTypeBuilder<CustomFieldValue> value)
    {
        value.HasKey(v => new { v.CardId, v.FieldId });
        value.Property(v => v.Value).HasMaxLength(CustomFieldValue.MaxLength);
        value.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
        value.HasOne<CustomField>().WithMany().HasForeignKey(v => v.FieldId).OnDelete(DeleteBehavior.Restrict);
    }
}
