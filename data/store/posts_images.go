package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"synlig/data/fault"
	"synlig/data/posts"
)

// ImageMissing: there is no picture with that ID.
const ImageMissing fault.Code = "post-image-missing"

// PostImage is a picture's bytes as they are kept. Thumbnail is a small one for
// lists, PNG or JPEG as the picture.
type PostImage struct {
	Type          string // "image/jpeg" or "image/png"
	Width, Height int
	Content       []byte
	Thumbnail     []byte
}

// PostImageID is what a picture with those bytes is called.
func PostImageID(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// AddPostImage keeps a picture, which must be one that data/picture wrote: so
// without EXIF and GPS. The same picture twice is kept once. The answer goes
// into a post's Pictures.
func (s *Store) AddPostImage(ctx context.Context, image PostImage) (posts.Picture, error) {
	id := PostImageID(image.Content)
	err := s.writePosts(ctx, func(tx tx) error {
		return tx.exec(`INSERT INTO post_image (id, type, width, height, content, thumbnail)
			VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
			id, image.Type, image.Width, image.Height, image.Content, image.Thumbnail)
	})
	return posts.Picture{ID: id, Width: image.Width, Height: image.Height, Type: image.Type}, err
}

// PostImage is the picture with that ID. Code: ImageMissing.
func (s *Store) PostImage(ctx context.Context, id string) (image PostImage, err error) {
	err = s.read(ctx, func(tx tx) error {
		found, err := tx.one("SELECT type, width, height, content, thumbnail FROM post_image WHERE id = $1",
			[]any{id}, &image.Type, &image.Width, &image.Height, &image.Content, &image.Thumbnail)
		if err == nil && !found {
			err = fault.New(ImageMissing)
		}
		return err
	})
	return image, err
}

// dropImages deletes the pictures that no post and no line of a post's history
// shows.
func (t tx) dropImages() error {
	return t.exec(`DELETE FROM post_image WHERE id NOT IN (
			SELECT json_extract(p.value, '$.id') FROM post, json_each(post.pictures) p
			UNION SELECT json_extract(p.value, '$.id') FROM post_approval, json_each(post_approval.content, '$.pictures') p
			UNION SELECT json_extract(p.value, '$.id') FROM post_event, json_each(post_event.content, '$.pictures') p
				WHERE post_event.content <> '')`)
}
